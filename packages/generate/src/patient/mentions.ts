// Settles, in reading order, where a term's technical name follows its plain one, and turns blocks into finished points.
import type { Block, Table } from './clause.js';
import { clauseSentences, clauseWords } from './clause.js';
import type { Inline, Span } from './inline.js';
import type { Point, PointTable, Sentence } from './patient-document.js';

/** The mentions of one section: readers go to their own section, so each introduces its terms anew. */
export class Mentions {
    private readonly introduced = new Set<string>();

    /** @param used collects each term that the text mentions, in the order of their first mention. */
    constructor(private readonly used: Set<string>) {}

    /** Finished words. */
    sentence(inline: readonly Inline[]): Sentence {
        const spans: Span[] = [];
        for (const part of inline) {
            if (part.kind === 'words') {
                push(spans, part.text, null);
                continue;
            }
            this.used.add(part.term);
            push(spans, part.text, part.named);
            const isNew = !this.introduced.has(part.term);
            this.introduced.add(part.term);
            if (part.technical === null || !(isNew || part.always)) continue;
            push(spans, ' (', null);
            push(spans, part.technical, part.nature);
            push(spans, ')', null);
        }
        return spans;
    }

    /** A block with all that hangs below it. */
    point(block: Block): Point {
        const lead = this.sentence(block.clause === null ? block.lead : clauseWords(block.clause));
        const more = [...(block.clause === null ? [] : clauseSentences(block.clause, false)), ...block.between].map((extra) => this.point(extra));
        const inParagraph = more.filter((extra) => !hasList(extra));
        return {
            sentences: [lead, ...inParagraph.flatMap((extra) => extra.sentences)],
            fragment: block.fragment,
            items: block.items.map((item) => this.point(item)),
            table: block.table === null ? null : this.table(block.table),
            after: [...more.filter(hasList), ...block.extra.map((extra) => this.point(extra))],
        };
    }

    private table(table: Table): PointTable {
        return {
            head: [this.sentence(table.head[0]), this.sentence(table.head[1])],
            rows: table.rows.map(([name, value]) => [this.sentence(name), this.sentence(value)]),
        };
    }
}

function hasList(point: Point): boolean {
    return point.items.length > 0 || point.table !== null || point.after.length > 0;
}

function push(spans: Span[], text: string, neutral: Span['neutral']): void {
    const last = spans.at(-1);
    if (last !== undefined && last.neutral === null && neutral === null) last.text += text;
    else if (text !== '') spans.push({ text, neutral });
}
