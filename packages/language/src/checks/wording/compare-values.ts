// Reports values that the wording has and the rule has not, or the reverse, and bounds that differ.
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { SubstanceFacts } from '@crit-lang/model/units/convert.js';
import type { Fix } from '../../diagnostics/diagnostic.js';
import { substanceOf } from '../../lowering/substance.js';
import type { Compared } from './compared.js';
import { ADVICE, mayBeOpposite } from './compared.js';
import { fixInRule } from './fix-in-rule.js';
import type { PlacedValue, ValueFinding } from './match-values.js';
import { matchValues } from './match-values.js';
import { plainWording } from './plain-wording.js';
import type { RuleValue } from './stated-values.js';
import { termsIn } from './term-names.js';
import { wordingValues } from './wording-values.js';

export function compareValues(compared: Compared): void {
    const { paragraphs, numbers, called, report } = compared;
    const wording: PlacedValue[] = paragraphs.flatMap(({ plain, terms }, paragraph) => wordingValues(plain, terms).map((value) => ({ ...value, paragraph })));
    const findings = matchValues(wording, [...numbers.values, ...valuesOfTexts(compared)], {
        listLengths: numbers.listLengths,
        mayBeOpposite: (value) => mayBeOpposite(compared, paragraphs[value.paragraph]?.plain ?? '', value.start),
        substanceOf: substancesOf(compared),
    });
    for (const finding of findings) {
        if (finding.kind === 'rule-only' && called === 'short wording') continue;
        const rule = finding.kind === 'rule-only' ? null : finding.rule;
        const range = finding.kind === 'rule-only' ? placeInRule(compared, finding.rule) : placeInWording(compared, finding.wording);
        if (range === undefined) continue;
        const related = rule?.range === undefined ? [] : [{ range: placeInRule(compared, rule) ?? rule.range, message: `The rule: ${rule.shown}` }];
        report(`${messageOf(finding, called)} ${ADVICE}`, range, { related, fixes: fixesInRule(compared, finding) });
    }
}

/** What conversions may use of the substance whose value it is; looked up once for each set of terms. */
function substancesOf({ input }: Compared): (about: ReadonlySet<string>) => SubstanceFacts {
    const known = new Map<ReadonlySet<string>, SubstanceFacts>();
    return (about) => {
        let facts = known.get(about);
        if (facts === undefined) {
            facts = substanceOf([...about].flatMap((id) => input.scope.term(id) ?? []).find((term) => term.molarMass !== undefined) ?? null);
            known.set(about, facts);
        }
        return facts;
    };
}

/** Numbers in statements and refinements are part of the rule; those in notes, holes and the title explain the wording. */
function valuesOfTexts({ input, criterion, numbers }: Compared): RuleValue[] {
    const read = (text: string, range: SourceRange | undefined): RuleValue[] => {
        const plain = plainWording(text);
        return wordingValues(plain, termsIn(plain, input.scope.terms)).map((value) => ({ ...value, claim: false, range, written: value.shown }));
    };
    return [
        ...numbers.texts.flatMap(({ text, range }) => read(text, range)),
        ...[criterion.title ?? '', ...criterion.notes].flatMap((text) => read(text, undefined)),
    ];
}

function messageOf(finding: ValueFinding, called: string): string {
    if (finding.kind === 'rule-only') return `The rule has '${finding.rule.shown}', and the wording does not say it: a reader of the text would not expect it.`;
    const { wording, rule } = finding;
    if (finding.kind === 'comparison')
        return `The ${called} says '${wording.shown}', and the rule '${finding.rule.shown}': a participant exactly at the limit, or beyond it, is judged differently.`;
    if (rule === null) return `The ${called} says '${wording.shown}', and nothing in the rule says the same.`;
    return `The ${called} says '${wording.shown}', and the rule '${rule.shown}'.`;
}

function placeInWording({ paragraphs }: Compared, value: PlacedValue): SourceRange | undefined {
    // What is shown may begin before the number, with the words that bound it.
    const start = value.end - Math.max(value.shown.length, value.end - value.start);
    return paragraphs[value.paragraph]?.placed.rangeOf(Math.max(0, start), value.end);
}

/** The number in the line that has it; an item of a list may have it from behind the braces. */
function placeInRule({ input, criterion }: Compared, { range, written }: RuleValue): SourceRange | undefined {
    const source = range === undefined ? undefined : input.files[range.file]?.source.asFile(range.file);
    if (range === undefined || source === undefined) return range;
    const start = source.offsetAt(range.start);
    const end = criterion.range === undefined ? source.offsetAt(range.end) : source.offsetAt(criterion.range.end);
    const text = source.text.slice(start, end).replace(/"(?:\\.|[^"\\\r\n])*"/g, (quoted) => ' '.repeat(quoted.length));
    const number = new RegExp(`(?<![\\w.])${written.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?:\\.0+)?(?![\\w.]*\\d)`).exec(text);
    return number === null ? range : source.range(start + number.index, start + number.index + number[0].length);
}

function fixesInRule(compared: Compared, finding: ValueFinding): Fix[] {
    if (finding.kind === 'rule-only' || finding.rule === null || compared.called !== 'wording') return [];
    const range = placeInRule(compared, finding.rule);
    const source = range === undefined ? undefined : compared.input.files[range.file]?.source.asFile(range.file);
    if (range === undefined || source === undefined || range === finding.rule.range) return [];
    return fixInRule(source, range, finding.wording, finding.rule, finding.kind);
}
