// Explains alternative-unreachable and alternative-never-decisive: parts of a criterion that have no effect, those of one list together.
import type { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import type { Alternative } from '@crit-lang/analysis/subjects/alternatives.js';
import type { AlternativeNeverDecisive, AlternativeUnreachable } from '@crit-lang/analysis/questions/finding.js';
import { compileRule } from '@crit-lang/analysis/compile/criterion.js';
import { type Part, polarityOf } from '@crit-lang/analysis/subjects/part.js';
import { type Focus, focusOf } from '../focus.js';
import { linkSentences } from '../links.js';
import { capitalized, listed, sentence } from '../listed.js';
import { claim, claims, partName, quoted, tellingOf, type Telling, underReading } from '../words.js';
import { allWords, countedWords, itemWords, oneWords } from './alternative-words.js';
import { whySparingNobody } from './needless-exceptions.js';
import { type Explanation, relatedTo, type RelatedPlace } from './explanation.js';

/** @param findings of one list, for one reason. */
export function explainUnreachable(findings: readonly [AlternativeUnreachable, ...AlternativeUnreachable[]], analysis: DocumentAnalysis): Explanation {
    const [{ part, alsoBecause, cohorts, reading }] = findings;
    const { document } = analysis;
    const { criterion } = part;
    const alternatives = findings.map(({ alternative }) => alternative);
    const focuses = distinct(findings.flatMap((finding) => focusOfUnreachable(finding, analysis)));
    const telling = tellingOf(cohorts, document, [...alternatives.map(({ condition }) => condition), ...focuses.map(({ rule }) => rule)]);
    const names = [...new Set(focuses.map((focus) => partName(focus.part)))];
    const elsewhere = alsoBecause.map(({ parts }) => listed(parts.filter((each) => each.criterion !== criterion).map(partName)));
    const others = elsewhere.filter((each) => each !== '');
    const it = findings.length === 1 ? 'it' : 'them';
    const why =
        names.length > 0 ? `${listed(names)} ${names.length === 1 ? 'rules' : 'rule'} ${it} out` : findings.length === 1 ? 'it cannot be so' : 'none can be so';
    const own = alternatives.map(({ condition }) => ({ part, rule: condition }));
    const together: Focus = own.length === 1 && own[0] !== undefined ? own[0] : { part, rule: { kind: 'any', of: own.map(({ rule }) => rule) } };
    return {
        range: alternatives[0]?.range ?? criterion.range ?? null,
        message: [
            `${underReading(reading)}${capitalized(outOfReach(alternatives, part, telling))}: ${why}.`,
            ...theyAre(alternatives, part, telling),
            ...(focuses.length === 0 ? [] : [sentence(claims(focuses, telling))]),
            ...linkSentences([together, ...focuses], document.relations),
            ...(others.length === 0 ? [] : [`In other cohorts ${listed(others)} ${others.length === 1 ? 'does' : 'do'} so.`]),
            names.length === 0 ? `Check ${findings.length === 1 ? 'its' : 'their'} values, units and terms.` : `Drop ${it}, or change what rules ${it} out.`,
        ].join(' '),
        criteria: [...new Set([criterion.id, ...focuses.map((focus) => focus.part.criterion.id)])],
        related: [...theOthers(alternatives, part, telling, 'is out of reach too'), ...relatedTo(focuses, telling)],
        unnecessary: alternatives[0]?.kind !== 'guard',
    };
}

function focusOfUnreachable({ part, alternative, because }: AlternativeUnreachable, { components }: DocumentAnalysis): Focus[] {
    const { component } = components.placeOf(part);
    const { criterion, setting, replaced } = part;
    const taken = compileRule(alternative.condition, setting, component.component.space, polarityOf(criterion), replaced, () => undefined).met;
    return focusOf(because, components, [taken]).filter((focus) => focus.part !== part);
}

function distinct(focuses: readonly Focus[]): Focus[] {
    return [...new Map(focuses.map((focus) => [claim(focus), focus])).values()];
}

// What it means for the trial that nobody takes an alternative.
function outOfReach(alternatives: readonly Alternative[], part: Part, telling: Telling): string {
    const { criterion } = part;
    const [first, another] = alternatives;
    if (first === undefined) return '';
    const isOne = another === undefined;
    const said = isOne ? oneWords(first, part, telling) : countedWords(alternatives);
    switch (first.kind) {
        case 'item':
        case 'counted item':
            return criterion.kind === 'include'
                ? `nobody can be enrolled by way of ${said} in ${criterion.id}`
                : `${said} in ${criterion.id} ${isOne ? 'excludes' : 'exclude'} nobody who is not out already`;
        case 'exception':
            return isOne ? `the exception ${said} in ${criterion.id} is of use to nobody` : `${said} in ${criterion.id} are of use to nobody`;
        case 'row':
        case 'washout row':
            return `no participant falls into ${isOne ? `the row ${said}` : said} of ${criterion.id}`;
        case 'guard':
            return `the case for which ${criterion.id} is written (${said}) never arises`;
    }
}

/** @param findings one whose 'or' acts as 'and', or those of one list, for one reason. */
export function explainNeverDecisive(
    findings: readonly [AlternativeNeverDecisive, ...AlternativeNeverDecisive[]],
    { document }: DocumentAnalysis,
): Explanation {
    const [{ part, actsAsAnd, because, cohorts, reading }] = findings;
    const { criterion, rule } = part;
    const alternatives = findings.flatMap((finding) => finding.alternatives);
    const [first] = alternatives;
    const others = because.parts.filter((each) => each.criterion !== criterion).map((each) => ({ part: each, rule: each.rule }));
    const telling = tellingOf(cohorts, document, [rule, ...others.map((focus) => focus.rule)]);
    const names = others.map((focus) => partName(focus.part));
    const meant: Focus = { part, rule: actsAsAnd || alternatives.length === 1 ? (first?.condition ?? rule) : anyOf(alternatives) };
    const links = linkSentences([meant, { part, rule }, ...others], document.relations, { apart: others.length > 0 });
    const given = names.length === 0 ? '' : `, because of ${listed(names)}`;
    const itself = findings.length === 1 ? 'it' : 'them';
    const head = actsAsAnd
        ? `The 'or' in ${criterion.id} acts as 'and'${given}: whoever can be enrolled meets all of ${listed(alternatives.map(({ condition }) => quoted(condition, part, telling)))}. Write 'all of' if that is meant; otherwise change what forces it.`
        : `${capitalized(naming(alternatives, part, telling))} in ${criterion.id} ${findings.length === 1 ? 'changes' : 'change'} nothing${given}: ${effect(alternatives, criterion.kind)}.`;
    const outside = whySparingNobody(alternatives, part);
    const remedy =
        first?.kind === 'exception'
            ? `Drop ${itself}, or correct what ${itself === 'it' ? 'it is' : 'they are'} excepted from.`
            : `Drop ${itself}, or acknowledge this if ${itself === 'it' ? 'it stands' : 'they stand'} there for clarity.`;
    return {
        range: (actsAsAnd && first !== undefined && 'range' in first.list ? first.list.range : first?.range) ?? criterion.range ?? null,
        message: [
            `${underReading(reading)}${head}`,
            ...(actsAsAnd || outside.isAll ? [] : theyAre(alternatives, part, telling)),
            ...(others.length === 0 ? [] : [sentence(claims(others, telling))]),
            ...(actsAsAnd ? [] : outside.sentences),
            ...(outside.sentences.length > 0 ? [] : links),
            ...(actsAsAnd ? [] : [remedy]),
        ].join(' '),
        criteria: [criterion.id, ...others.map((focus) => focus.part.criterion.id)],
        related: [...(actsAsAnd ? [] : theOthers(alternatives, part, telling, 'changes nothing either')), ...relatedTo(others, telling)],
        unnecessary: !actsAsAnd,
    };
}

const anyOf = (alternatives: readonly Alternative[]): Focus['rule'] => ({ kind: 'any', of: alternatives.map(({ condition }) => condition) });

function naming(alternatives: readonly Alternative[], part: Part, telling: Telling): string {
    const [first, another] = alternatives;
    if (first === undefined || another !== undefined) return countedWords(alternatives);
    const said = oneWords(first, part, telling);
    return first.kind === 'exception' ? `the exception ${said}` : first.kind === 'row' || first.kind === 'washout row' ? `the row ${said}` : said;
}

function effect([first, another]: readonly Alternative[], kind: 'include' | 'exclude'): string {
    const isOne = another === undefined;
    if (first?.kind === 'exception') return `nobody is spared by ${isOne ? 'it' : 'them'} who would be caught without ${isOne ? 'it' : 'them'}`;
    if (kind === 'include') return `whoever meets ${isOne ? 'it' : 'one of them'} meets another alternative too`;
    return `whoever ${isOne ? 'it' : 'one of them'} describes is excluded anyway`;
}

/** The names of several, behind the sentence that counts them. */
function theyAre(alternatives: readonly Alternative[], part: Part, telling: Telling): string[] {
    return alternatives.length < 2 ? [] : [`They are ${allWords(alternatives, part, telling)}.`];
}

/** The places of all but the first, at which the finding itself is shown. */
function theOthers(alternatives: readonly Alternative[], part: Part, telling: Telling, what: string): RelatedPlace[] {
    const words = alternatives.length < 2 ? [] : itemWords(alternatives, part, telling);
    return alternatives
        .slice(1)
        .flatMap(({ range }, index) => (range === undefined ? [] : [{ range, message: `${capitalized(words[index + 1] ?? '')} ${what}.`, unnecessary: true }]));
}
