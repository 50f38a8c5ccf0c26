// Fixes that except what one criterion requires from what another forbids.
import type { Condition, Exception, TermSelection } from '@crit-lang/model/criteria/condition.js';
import { termKey } from '@crit-lang/analysis/knowledge/meaning.js';
import type { Knowledge } from '@crit-lang/analysis/knowledge/knowledge.js';
import type { Focus } from '../focus.js';
import { nameText } from '../print/name.js';
import type { TextEdit } from '../report.js';
import { listed } from '../listed.js';
import { withReplaced } from './changed-document.js';
import { CHANGES, type Proposal, type Workplace } from './proposal.js';
import { type SpokenOf, spokenOf } from './spoken-of.js';
import type { WrittenFile } from './written-file.js';

/** For each selection that one of the criteria forbids: it without what the others require, and it without the index disease. */
export function exceptRequired(focuses: readonly Focus[], place: Workplace): Proposal[] {
    const spoken = focuses.map((focus) => ({ focus, all: spokenOf(focus) }));
    return spoken.flatMap(({ focus, all }) => {
        if (focus.part.criterion.origin !== 'written') return [];
        const required = spoken.flatMap((other) => (other.focus === focus ? [] : other.all.filter(({ sign }) => sign === 1).map(({ selection }) => selection)));
        const index = focus.part.setting.index;
        const forbidden = all.filter(({ sign, isOwn }) => sign === -1 && isOwn);
        return forbidden.flatMap((spared) => [
            ...exceptIndex(spared, focus, index, required, place),
            ...exceptTerms(spared, focus, membersOf(spared.selection, required, focus.part.setting.knowledge), place),
        ]);
    });
}

function exceptIndex(spared: SpokenOf, { part }: Focus, index: TermSelection | null, required: readonly TermSelection[], place: Workplace): Proposal[] {
    const { selection } = spared;
    const { knowledge } = part.setting;
    if (index?.term === undefined || index.term === null || selection.term === null || selection.except.some((each) => each.selection.index)) return [];
    const disease = index.term;
    const isInQuestion = required.some(({ term }) => term !== null && (knowledge.isA(term, disease) || knowledge.isA(disease, term)));
    if (!knowledge.isA(disease, selection.term) || !isInQuestion) return [];
    const exception = exceptionOf({ term: null, index: true, any: false, except: [] }, 'other than');
    return proposed(
        spared,
        [exception],
        `Except the index disease from ${part.criterion.id}: re-admits patients with the disease that their cohort is for`,
        place,
    );
}

function exceptTerms(spared: SpokenOf, { part }: Focus, terms: readonly string[], place: Workplace): Proposal[] {
    if (terms.length === 0) return [];
    const exceptions = terms.map((term) => exceptionOf({ term, index: false, any: false, except: [] }, 'except'));
    const { knowledge } = part.setting;
    const whom = terms.every((term) => knowledge.term(term)?.kind === 'condition') ? 'patients with' : 'patients who had';
    const effect = part.criterion.kind === 'exclude' ? 're-admits' : 'admits';
    const title = `Add the ${terms.length === 1 ? 'exception' : 'exceptions'} ${listed(terms.map((term) => `'${term}'`))} to ${part.criterion.id}: ${effect} ${whom} ${listed(terms, 'or')}`;
    return proposed(spared, exceptions, title, place);
}

const exceptionOf = (selection: TermSelection, form: Exception['form']): Exception => ({ form, selection, refinements: [], provided: null });

/** What of the required falls under a class: the most special terms that are so, by their names. */
function membersOf({ term: className }: TermSelection, required: readonly TermSelection[], knowledge: Knowledge): string[] {
    if (className === null) return [];
    const found = new Set<string>();
    for (const { term } of required) {
        if (term === null) continue;
        const under = [...knowledge.followsFrom(term)].filter((key) => knowledge.isA(key, className) && key !== termKey(className));
        for (const key of under) if (!under.some((other) => other !== key && knowledge.isA(other, key))) found.add(knowledge.term(key)?.id ?? key);
    }
    return [...found];
}

function proposed({ selection, leaf }: SpokenOf, exceptions: readonly Exception[], title: string, { analysis, files }: Workplace): Proposal[] {
    const file = files.of(selection.range);
    if (file === undefined || selection.range === undefined) return [];
    const document = withReplaced(analysis.document, new Map([[selection, { ...selection, except: [...selection.except, ...exceptions] }]]));
    const edits = exceptions[0]?.selection.index === true ? [indexEdit(file, selection)] : [edit(file, selection, leaf, exceptions)];
    return [{ title, changes: CHANGES.few, document, edits: edits.flatMap((each) => each ?? []) }].filter((each) => each.edits.length > 0);
}

/** 'other than the index disease' goes before all other exceptions. */
function indexEdit(file: WrittenFile, selection: TermSelection): TextEdit | null {
    if (selection.range === undefined) return null;
    const { start, end } = file.stretchOf(selection.range);
    const first = /\s+(?:except|other than)\b/u.exec(file.code.slice(start, end));
    const at = first === null ? end : start + first.index;
    return file.edit({ start: at, end: at }, isFollowedByComma(file, at) ? ' other than { the index disease }' : ' other than the index disease');
}

/** Into the braces of exceptions that are there; beside a single one in braces of both; else behind the name. */
function edit(file: WrittenFile, { range, except }: TermSelection, leaf: Condition, exceptions: readonly Exception[]): TextEdit | null {
    if (range === undefined) return null;
    const names = exceptions.map(({ selection }) => nameText(selection.term ?? ''));
    const own = file.stretchOf(range);
    const around = leaf.range === undefined ? own : file.stretchOf(leaf.range);
    const there = except.findLast(
        (each) =>
            each.form === 'except' && each.range !== undefined && file.stretchOf(each.range).start >= own.start && file.stretchOf(each.range).end <= around.end,
    );
    if (there?.range !== undefined) {
        const last = file.stretchOf(there.range);
        const single = /^except\s+/u.exec(file.codeOf(last));
        if (single === null) return file.edit({ start: last.end, end: last.end }, names.map((name) => `${separator(file, last.start)}${name}`).join(''));
        const written = file.text.slice(last.start + single[0].length, last.end);
        return file.edit({ start: last.start + single[0].length, end: last.end }, `{ ${[written, ...names].join(', ')} }`);
    }
    const text = names.length > 1 || isFollowedByComma(file, own.end) ? `{ ${names.join(', ')} }` : (names[0] ?? '');
    return file.edit({ start: own.end, end: own.end }, ` except ${text}`);
}

/** What follows the comma would be read as another exception, or be taken for one. */
const isFollowedByComma = (file: WrittenFile, at: number): boolean => /^\s*,/u.test(file.code.slice(at));

/** What stands between the items of a list: a new line where each has its own. */
function separator(file: WrittenFile, item: number): string {
    const isFirstOfLine = /^[ \t]*$/u.test(file.code.slice(file.lineStart(item), item));
    return isFirstOfLine ? `\n${file.indentAt(item)}` : ', ';
}
