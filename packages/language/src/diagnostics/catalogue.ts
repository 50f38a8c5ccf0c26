// The catalogue of diagnostics: every stable name with its severity and a one-line summary; its page is docs/diagnostics/NAME.md.
import type { Severity } from './diagnostic.js';

export interface CatalogueEntry {
    /** The usual one; an analysis may find a graver or lighter case. */
    severity: Severity;
    summary: string;
    /** Set where a solver looks for it, and not the language: it is there only where that was asked. */
    foundBy?: 'analysis';
}

export const CATALOGUE = {
    // Reading the text
    'syntax-error': { severity: 'error', summary: 'The text cannot be read as Crit here.' },
    'unclosed-quote': { severity: 'error', summary: 'A quote is opened and not closed on the same line.' },
    'nested-too-deep': { severity: 'error', summary: 'Blocks are nested deeper than the language allows.' },
    'hidden-character': { severity: 'warning', summary: 'An invisible or direction-changing character stands in the text.' },
    'unreadable-file': { severity: 'error', summary: 'The file is not UTF-8 text, or is too large.' },
    'import-not-found': { severity: 'error', summary: 'An imported file cannot be read, or lies outside the folder.' },
    'several-protocols': { severity: 'error', summary: 'A file and its imports declare more than one protocol.' },
    // Names
    'unknown-term': { severity: 'error', summary: 'A name that neither the vocabulary nor the file knows.' },
    'misspelt-term': { severity: 'error', summary: 'A name that is spelt differently in the vocabulary.' },
    'ambiguous-term': { severity: 'error', summary: 'A name that several terms go by.' },
    'wrong-kind-of-term': { severity: 'error', summary: 'A term stands where another kind of term is needed.' },
    'duplicate-id': { severity: 'error', summary: 'Two declarations share an identifier.' },
    'unknown-cohort': { severity: 'error', summary: 'A cohort is named that the protocol does not declare.' },
    'unknown-criterion': { severity: 'error', summary: 'A criterion is named that the file does not have.' },
    'unknown-diagnostic': { severity: 'warning', summary: 'An acknowledgement names no diagnostic.' },
    'undeclared-anchor': { severity: 'error', summary: 'A point in time is used that the timeline does not declare.' },
    'term-shadows-vocabulary': { severity: 'information', summary: 'A declared term replaces one of the shipped vocabulary.' },
    'class-cycle': { severity: 'error', summary: 'A term is declared to be a kind of itself.' },
    // The shape of a line
    'bare-condition': { severity: 'error', summary: 'A condition, drug or measure stands without saying what of it.' },
    'clause-does-not-fit': { severity: 'error', summary: 'A part of the line does not go with what the line says.' },
    'mixed-and-or': { severity: 'error', summary: "'and' and 'or' are mixed without braces." },
    'or-between-objects': { severity: 'error', summary: "'or' joins names instead of conditions." },
    'window-binds-last': { severity: 'error', summary: "A window after 'or' or 'and' applies to the last part only." },
    'window-twice': { severity: 'error', summary: 'An item inside a block with a window has a window of its own.' },
    'unbraced-exceptions': { severity: 'error', summary: 'A comma after an exception ends the exception.' },
    'guard-in-logic': { severity: 'error', summary: "'if' or 'unless' stands where it cannot mean applicability." },
    'empty-list': { severity: 'error', summary: 'A list or block has no items.' },
    'count-exceeds-list': { severity: 'error', summary: 'More items are asked for than the list has.' },
    'case-without-otherwise': { severity: 'warning', summary: 'A table of cases leaves some participants without a row.' },
    'cases-overlap': { severity: 'warning', summary: 'Two rows of a table hold for the same participant and say different things.' },
    'duplicate-item': { severity: 'warning', summary: 'The same thing stands twice in a list.' },
    'wrong-arguments': { severity: 'error', summary: 'A definition is used with the wrong number of arguments.' },
    'recursive-definition': { severity: 'error', summary: 'A definition uses itself.' },
    // Units and values
    'unknown-unit': { severity: 'error', summary: 'A unit that is not known.' },
    'missing-unit': { severity: 'error', summary: 'A number needs a unit.' },
    'wrong-unit': { severity: 'error', summary: 'A unit measures something else than the term.' },
    'unit-pair-disagrees': { severity: 'error', summary: 'A limit given in two units is not the same in both.' },
    'not-a-duration': { severity: 'error', summary: 'A window or duration has no unit of time.' },
    'value-out-of-range': { severity: 'error', summary: 'A score has no such value.' },
    'value-implausible': { severity: 'warning', summary: 'A value lies outside what a living patient can have; often a unit is mixed up.' },
    'unknown-grade': { severity: 'error', summary: 'A scale has no such grade.' },
    'range-reversed': { severity: 'error', summary: 'The lower end of a range is above its upper end.' },
    'change-without-basis': { severity: 'error', summary: 'A change in % does not say whether it is relative or absolute.' },
    'equivalent-missing': { severity: 'warning', summary: 'The dose of a class of drugs does not say in whose equivalents.' },
    // Time
    'missing-window': { severity: 'warning', summary: 'A past event needs a window.' },
    'missing-direction': { severity: 'error', summary: 'A window does not say before or after what.' },
    // Meaning
    'unfilled-hole': { severity: 'warning', summary: 'Something is marked as not given in the source.' },
    'vague-word': { severity: 'warning', summary: 'A word has no definition in the protocol.' },
    'unquoted-vague-word': { severity: 'error', summary: 'A known vague word stands unquoted before a term.' },
    'unmarked-judgement': { severity: 'information', summary: 'A statement leaves the decision to somebody without being marked as a judgement.' },
    'judgement-undecidable': { severity: 'information', summary: 'A criterion rests on a judgement without saying on what it is based.' },
    'exclusion-as-obligation': { severity: 'warning', summary: 'An exclusion is phrased as something the participant must do or be.' },
    'wording-disagrees': { severity: 'warning', summary: 'The wording and the rule differ in a number, unit, window, count or term.' },
    'cohort-without-diagnosis': { severity: 'warning', summary: 'No written criterion of a cohort states its disease.' },
    'unused-definition': { severity: 'hint', summary: 'A definition is never used.' },
    'unused-parameter': { severity: 'hint', summary: 'A parameter of a definition is never used.' },
    'registry-limit': { severity: 'warning', summary: 'The registry would refuse the text or an age.' },
    'single-reading': { severity: 'error', summary: 'A criterion declares one reading only, or two that say the same.' },
    'acknowledgement-stale': { severity: 'warning', summary: 'An acknowledged finding is no longer there.' },
    // What the criteria mean together
    'cohort-unsatisfiable': { severity: 'error', summary: 'Nobody can qualify for a cohort.', foundBy: 'analysis' },
    'criterion-never-met': { severity: 'error', summary: 'A criterion describes nobody.', foundBy: 'analysis' },
    'criterion-always-met': { severity: 'warning', summary: 'A criterion describes everybody.', foundBy: 'analysis' },
    'alternative-unreachable': {
        severity: 'warning',
        summary: 'Nobody who can enrol meets an item of a list, a branch, a row or an exception.',
        foundBy: 'analysis',
    },
    'alternative-never-decisive': {
        severity: 'warning',
        summary: "Nobody is admitted or excluded by an item of a list: it changes nothing, or an 'or' acts as 'and'.",
        foundBy: 'analysis',
    },
    'criterion-redundant': { severity: 'hint', summary: 'Other criteria imply a criterion in every cohort that it applies to.', foundBy: 'analysis' },
    'cohorts-overlap': { severity: 'information', summary: 'One patient can qualify for several cohorts.', foundBy: 'analysis' },
    'cohort-unguarded': {
        severity: 'warning',
        summary: 'A criterion for every cohort leaves one of them nobody, because of what that cohort is for.',
        foundBy: 'analysis',
    },
    'boundary-mismatch': { severity: 'warning', summary: 'Two criteria limit one value, and their limits do not fit.', foundBy: 'analysis' },
    'satisfiable-only-in-a-sliver': { severity: 'hint', summary: 'Two criteria leave an implausibly thin range of values or times.', foundBy: 'analysis' },
    'assertion-failed': { severity: 'error', summary: 'What the protocol asserts of its criteria does not follow from them.', foundBy: 'analysis' },
    'not-decided': { severity: 'hint', summary: 'A question of the analysis needs more steps than are spent on one.', foundBy: 'analysis' },
    'knowledge-undeclared': {
        severity: 'information',
        summary: 'Whether criteria contradict each other depends on a relation that nobody declared.',
        foundBy: 'analysis',
    },
} as const satisfies Record<string, CatalogueEntry>;

export type DiagnosticName = keyof typeof CATALOGUE;

/** Whether a text is the name of a diagnostic. */
export function isDiagnosticName(name: string): name is DiagnosticName {
    return Object.hasOwn(CATALOGUE, name);
}

/** The names that an analysis looks for. */
export const ANALYSIS_NAMES: readonly DiagnosticName[] = Object.keys(CATALOGUE)
    .filter(isDiagnosticName)
    .filter((name) => 'foundBy' in CATALOGUE[name]);
