// wording-disagrees: a number, unit, window, count, comparison or listed term that the wording has and the rule has not, or the reverse.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Criterion } from '@crit-lang/model/criteria/document.js';
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import type { Fix } from '../diagnostics/diagnostic.js';
import { substanceOf } from '../lowering/substance.js';
import type { ModelCheck, ModelCheckInput } from './model-checks.js';
import { ruleGrades, sameGrades, wordingGrades } from './wording/grades.js';
import { Kinship } from './wording/kinship.js';
import { listsOfTerms } from './wording/listed-terms.js';
import { RuleCoverage, WordingNames, wordSet } from './wording/match-terms.js';
import type { PlacedValue, ValueFinding } from './wording/match-values.js';
import { matchValues } from './wording/match-values.js';
import type { PlacedText } from './wording/placed-text.js';
import { placedCriteria } from './wording/placed-text.js';
import { plainWording } from './wording/plain-wording.js';
import type { RuleNumbers, RuleValue } from './wording/rule-values.js';
import { ruleNumbers } from './wording/rule-values.js';
import { ruleTerms } from './wording/rule-terms.js';
import type { FoundTerm } from './wording/term-names.js';
import { termsIn } from './wording/term-names.js';
import { wordingValues } from './wording/wording-values.js';

/** A paragraph as it is read. */
interface Paragraph {
    placed: PlacedText;
    plain: string;
    terms: FoundTerm[];
}

const ADVICE = 'Correct the one that is wrong; if the difference is meant, acknowledge it with a reason: accept wording-disagrees "…".';

export const wordingDisagrees: ModelCheck = {
    name: 'wording-disagrees',
    run(input) {
        const kin = new Kinship(input.scope.terms);
        for (const { criterion, texts } of placedCriteria(input)) {
            if (texts.wording.length === 0) continue;
            const paragraphs = texts.wording.map((placed): Paragraph => {
                const plain = plainWording(placed.text);
                return { placed, plain, terms: termsIn(plain, input.scope.terms) };
            });
            // Each reading is a rule of its own, so each is held against the wording.
            const rules = criterion.readings.length > 0 ? criterion.readings.map((reading) => reading.rule) : [criterion.rule];
            for (const rule of rules) new Comparison(input, kin, criterion, paragraphs, rule).run();
        }
    },
};

class Comparison {
    private readonly numbers: RuleNumbers;

    constructor(
        private readonly input: ModelCheckInput,
        private readonly kin: Kinship,
        private readonly criterion: Criterion,
        private readonly paragraphs: readonly Paragraph[],
        private readonly rule: Condition,
    ) {
        this.numbers = ruleNumbers(rule, input.document.definitions);
    }

    run(): void {
        // What could not be read has its own error; to compare the rest would only repeat it.
        if (this.numbers.unresolved) return;
        this.compareValues();
        this.compareGrades();
        this.compareTerms();
    }

    private compareValues(): void {
        const { scope } = this.input;
        const wording: PlacedValue[] = this.paragraphs.flatMap(({ plain, terms }, paragraph) => wordingValues(plain, terms).map((value) => ({ ...value, paragraph })));
        const said = [...this.numbers.values, ...this.valuesOfTexts()];
        const findings = matchValues(wording, said, {
            listLengths: this.numbers.listLengths,
            mayBeOpposite: (value) => this.mayBeOpposite(this.paragraphs[value.paragraph]?.plain ?? '', value.start),
            substanceOf: (about) => substanceOf([...about].flatMap((id) => scope.term(id) ?? []).find((term) => term.molarMass !== undefined) ?? null),
        });
        for (const finding of findings) this.reportValue(finding);
    }

    /** Numbers in statements and refinements are part of the rule; those in notes, holes and the title explain the wording. */
    private valuesOfTexts(): RuleValue[] {
        const { title, notes } = this.criterion;
        const read = (text: string, range: SourceRange | undefined): RuleValue[] => {
            const plain = plainWording(text);
            return wordingValues(plain, termsIn(plain, this.input.scope.terms)).map((value) => ({ ...value, claim: false, range, written: value.shown }));
        };
        return [...this.numbers.texts.flatMap(({ text, range }) => read(text, range)), ...[title ?? '', ...notes].flatMap((text) => read(text, undefined))];
    }

    private reportValue(finding: ValueFinding): void {
        const range = finding.kind === 'rule-only' ? this.placeInRule(finding.rule) : this.placeInWording(finding.wording);
        if (range === undefined) return;
        const rule = finding.kind === 'rule-only' ? null : finding.rule;
        const related = rule?.range === undefined ? [] : [{ range: this.placeInRule(rule) ?? rule.range, message: `The rule: ${rule.shown}` }];
        this.report(messageOf(finding), range, related, this.fixInRule(finding));
    }

    private compareGrades(): void {
        const scales = ruleGrades(this.rule, (id) => this.input.scope.term(id));
        for (const { scale, accepted, range } of scales) {
            for (const { placed, plain, terms } of this.paragraphs) {
                const found = wordingGrades(plain, terms, scale, scales.length === 1);
                const values = scale.values ?? [];
                if (found === null || sameGrades(found.named, accepted, values.length, this.mayBeOpposite(plain, found.start))) continue;
                const shown = (grades: ReadonlySet<number>): string => values.filter((_, index) => grades.has(index)).join(', ');
                this.report(`The wording names ${scale.id} ${shown(found.named)}, and the rule takes ${shown(accepted)}. ${ADVICE}`, placed.rangeOf(found.start, found.end), range === undefined ? [] : [{ range, message: `The rule: ${shown(accepted)}` }], []);
            }
        }
    }

    /** The rule denies something, or the sentence around a place does: then one may bound from the other side. */
    private mayBeOpposite(text: string, at: number): boolean {
        const start = Math.max(text.lastIndexOf('.', at - 1), text.lastIndexOf(';', at - 1)) + 1;
        const end = /\.\s|;|$/.exec(text.slice(at))?.index ?? 0;
        return this.numbers.denies || DENIAL.test(text.slice(start, at + end));
    }

    private compareTerms(): void {
        const { document, scope } = this.input;
        const rule = ruleTerms(this.rule, document.definitions);
        const cohorts = document.cohorts.filter((cohort) => this.criterion.cohorts === null || this.criterion.cohorts.includes(cohort.id));
        const coverage = new RuleCoverage(scope, this.kin, rule, this.criterion.kind === 'include' || this.criterion.cohorts !== null ? cohorts.flatMap((cohort) => cohort.index?.term ?? []) : [], this.numbers.texts.map(({ text }) => text));
        const reported = new Set<string>();
        for (const { placed, plain, terms } of this.paragraphs) {
            for (const found of listsOfTerms(plain, terms).flatMap((list) => coverage.uncovered(list, plain))) {
                const id = found.hits[0]?.id ?? '';
                if (reported.has(id)) continue;
                reported.add(id);
                this.report(`'${plain.slice(found.start, found.end)}' stands in a list of the wording, and nothing in the rule covers it, so the rule lets through or keeps out others than the text says. ${ADVICE}`, placed.rangeOf(found.start, found.end), [], []);
            }
        }
        const words = [...this.paragraphs.map(({ plain }) => wordSet(plain)), ...this.criterion.notes.map((note) => wordSet(plainWording(note)))];
        const wording = new WordingNames(scope, this.kin, this.paragraphs.flatMap(({ terms }) => terms), words, this.paragraphs.some(({ plain }) => EXAMPLES.test(plain)), this.paragraphs.flatMap(abbreviationsOf));
        for (const term of rule.own) {
            if (term.list === null || reported.has(term.id) || term.range === undefined || wording.names(term)) continue;
            reported.add(term.id);
            this.report(`'${term.id}' stands in a list of the rule, and the wording does not name it, nor a class that it belongs to: a reader of the text would not expect it. ${ADVICE}`, term.range, [], []);
        }
    }

    private placeInWording(value: PlacedValue): SourceRange | undefined {
        const placed = this.paragraphs[value.paragraph]?.placed;
        const start = value.start - (value.shown.length - (value.end - value.start) > 0 ? value.shown.length - (value.end - value.start) : 0);
        return placed?.rangeOf(Math.max(0, start), value.end);
    }

    /** The number in the line that has it; an item of a list may have it from behind the braces. */
    private placeInRule(value: RuleValue): SourceRange | undefined {
        const { range, written } = value;
        const source = range === undefined ? undefined : this.input.files[range.file]?.source.asFile(range.file);
        if (range === undefined || source === undefined) return range;
        const start = source.offsetAt(range.start);
        const end = this.criterion.range === undefined ? source.offsetAt(range.end) : source.offsetAt(this.criterion.range.end);
        const text = source.text.slice(start, end).replace(/"(?:\\.|[^"\\\r\n])*"/g, (quoted) => ' '.repeat(quoted.length));
        const number = new RegExp(`(?<![\\w.])${written.replace('.', '\\.')}(?:\\.0+)?(?![\\w.]*\\d)`).exec(text);
        return number === null ? range : source.range(start + number.index, start + number.index + number[0].length);
    }

    /** The number of the wording in the place of the rule's, when the two count the same and only the number differs. */
    private fixInRule(finding: ValueFinding): Fix[] {
        if (finding.kind !== 'wording-only' || finding.rule === null || !sameUnit(finding.wording, finding.rule)) return [];
        const { wording, rule } = finding;
        const range = this.placeInRule(rule);
        const number = decimalText(wording);
        if (range === undefined || number === null || range === rule.range) return [];
        return [{ title: `Write ${number} in the rule, as in the wording`, edits: [{ range, newText: number }] }];
    }

    private report(message: string, range: SourceRange, related: { range: SourceRange; message: string }[], fixes: Fix[]): void {
        this.input.report({ message, range, related, fixes, criteria: [this.criterion.id] });
    }
}

/** Capitals that are no name of a term. */
function abbreviationsOf({ plain, terms }: Paragraph): string[] {
    return [...plain.matchAll(/(?<![\w-])[A-Z][A-Za-z]{0,3}[A-Z](?![\w])/g)].filter(({ index }) => !terms.some((term) => term.start <= index && index < term.end)).map(([short]) => short);
}

/** Words behind which a text gives examples and not the whole list. */
const EXAMPLES = /\b(?:e\.?g\.?|such as|including|for example|for instance|other|another|etc|any)\b/i;

/** Words by which a text says the opposite of what it names. */
const DENIAL = /\b(?:not|no|without|except|unless|excluding|exclude[sd]?|never|neither|nor|cannot|must|free of|other than)\b/i;

function messageOf(finding: ValueFinding): string {
    if (finding.kind === 'rule-only') return `The rule has '${finding.rule.shown}', and the wording does not say it: a reader of the text would not expect it. ${ADVICE}`;
    const { wording, rule } = finding;
    if (finding.kind === 'comparison') {
        return `The wording says '${wording.shown}', and the rule '${finding.rule.shown}': a participant exactly at the limit, or beyond it, is judged differently. ${ADVICE}`;
    }
    if (rule === null) return `The wording says '${wording.shown}', and nothing in the rule says the same. ${ADVICE}`;
    return `The wording says '${wording.shown}', and the rule '${rule.shown}'. ${ADVICE}`;
}

function sameUnit(wording: PlacedValue, rule: RuleValue): boolean {
    const [a, b] = [wording.counted, rule.counted];
    if (a.kind === 'time' && b.kind === 'time') return a.unit === b.unit;
    if (a.kind === 'unit' && b.kind === 'unit') return a.unit.ucum === b.unit.ucum;
    return a.kind === b.kind;
}

function decimalText(value: PlacedValue): string | null {
    const text = value.value.toString();
    return /^\d+(?:\.\d+)?$/.test(text) ? text : null;
}
