// Explains alternative-unreachable and alternative-never-decisive: parts of a criterion that have no effect.
import type { Alternative } from '@crit-lang/analysis/subjects/alternatives.js';
import type { AlternativeNeverDecisive, AlternativeUnreachable } from '@crit-lang/analysis/questions/finding.js';
import { compileRule } from '@crit-lang/analysis/compile/criterion.js';
import { polarityOf } from '@crit-lang/analysis/subjects/part.js';
import { focusOf } from '../focus.js';
import { linkSentences } from '../links.js';
import { capitalized, claim, listed, partName, shortWords, underReading } from '../words.js';
import { type Explain, relatedTo } from './explanation.js';

const NAMES: Readonly<Record<Alternative['kind'], string>> = {
    item: 'the alternative',
    'counted item': 'the item',
    exception: 'the exception',
    row: 'the row',
    'washout row': 'the row',
    guard: 'the condition',
};

export const explainUnreachable: Explain<AlternativeUnreachable> = ({ part, alternative, because, reading }, { components, document }) => {
    const { criterion, setting, replaced } = part;
    const { component } = components.placeOf(part);
    const taken = compileRule(alternative.condition, setting, component.component.space, polarityOf(criterion), replaced, () => undefined).met;
    const focuses = focusOf(because, components, [taken]).filter((focus) => focus.part !== part);
    const own = { part, rule: alternative.condition };
    const what = `${NAMES[alternative.kind]} "${shortWords(alternative.condition)}" of ${criterion.id}`;
    const head = focuses.length === 0 ? `${capitalized(what)} can never be so.` : `Nobody who passes ${listed(focuses.map((focus) => partName(focus.part)))} can be in ${what}.`;
    return {
        range: alternative.range ?? criterion.range ?? null,
        message: [`${underReading(reading)}${head}`, ...focuses.map((focus) => `${capitalized(claim(focus))}.`), ...linkSentences([own, ...focuses], document.relations)].join(' '),
        criteria: [criterion.id, ...focuses.map((focus) => focus.part.criterion.id)],
        related: relatedTo(focuses),
        unnecessary: alternative.kind !== 'guard',
    };
};

export const explainNeverDecisive: Explain<AlternativeNeverDecisive> = ({ part, alternatives, actsAsAnd, because, reading }, { document }) => {
    const { criterion, rule } = part;
    const [first] = alternatives;
    const others = because.parts.filter((each) => each.criterion !== criterion).map((each) => ({ part: each, rule: each.rule }));
    const names = others.map((focus) => partName(focus.part));
    const own = { part, rule };
    const links = linkSentences([{ part, rule: first?.condition ?? rule }, own, ...others], document.relations);
    const given = names.length === 0 ? '' : `, given ${listed(names)}`;
    const said = first === undefined ? '' : shortWords(first.condition);
    const head = actsAsAnd
        ? `This 'or' acts as 'and'${given}: whoever can be enrolled meets every one of ${listed(alternatives.map(({ condition }) => `"${shortWords(condition)}"`))}. Write 'all of' if that is meant, or change the criteria that force it.`
        : `${capitalized(NAMES[first?.kind ?? 'item'])} "${said}" of ${criterion.id} never makes a difference${given}: ${effect(first, criterion.kind)}.`;
    return {
        range: (actsAsAnd && first !== undefined && 'range' in first.list ? first.list.range : first?.range) ?? criterion.range ?? null,
        message: [`${underReading(reading)}${head}`, ...others.map((focus) => `${capitalized(claim(focus))}.`), ...links].join(' '),
        criteria: [criterion.id, ...others.map((focus) => focus.part.criterion.id)],
        related: relatedTo(others),
        unnecessary: !actsAsAnd,
    };
};

function effect(alternative: Alternative | undefined, kind: 'include' | 'exclude'): string {
    if (alternative?.kind === 'exception') return 'nobody is spared by it who would not pass without it';
    return kind === 'include' ? 'whoever meets it meets another one too' : 'whoever it excludes is excluded anyway';
}
