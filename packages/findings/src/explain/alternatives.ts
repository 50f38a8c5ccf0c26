// Explains alternative-unreachable and alternative-never-decisive: parts of a criterion that have no effect.
import type { Alternative } from '@crit-lang/analysis/subjects/alternatives.js';
import type { AlternativeNeverDecisive, AlternativeUnreachable } from '@crit-lang/analysis/questions/finding.js';
import { compileRule } from '@crit-lang/analysis/compile/criterion.js';
import { withIndex } from '@crit-lang/analysis/knowledge/selection.js';
import { type Part, polarityOf } from '@crit-lang/analysis/subjects/part.js';
import { focusOf } from '../focus.js';
import { linkSentences } from '../links.js';
import { capitalized, listed } from '../listed.js';
import { claims, partName, quoted, underReading } from '../words.js';
import { type Explain, relatedTo } from './explanation.js';

export const explainUnreachable: Explain<AlternativeUnreachable> = ({ part, alternative, because, alsoBecause, reading }, { components, document }) => {
    const { criterion, setting, replaced } = part;
    const { component } = components.placeOf(part);
    const taken = compileRule(alternative.condition, setting, component.component.space, polarityOf(criterion), replaced, () => undefined).met;
    const focuses = focusOf(because, components, [taken]).filter((focus) => focus.part !== part);
    const own = { part, rule: alternative.condition };
    const names = [...new Set(focuses.map((focus) => partName(focus.part)))];
    const elsewhere = alsoBecause.map(({ parts }) => listed(parts.filter((each) => each.criterion !== criterion).map(partName))).filter((each) => each !== '');
    const why = names.length === 0 ? 'it cannot be so' : `${listed(names)} ${names.length === 1 ? 'rules' : 'rule'} it out`;
    return {
        range: alternative.range ?? criterion.range ?? null,
        message: [
            `${underReading(reading)}${capitalized(outOfReach(alternative, part))}: ${why}.`,
            ...(focuses.length === 0 ? [] : [`${capitalized(claims(focuses))}.`]),
            ...linkSentences([own, ...focuses], document.relations),
            ...(elsewhere.length === 0 ? [] : [`In other cohorts ${listed(elsewhere)} ${elsewhere.length === 1 ? 'does' : 'do'} so.`]),
        ].join(' '),
        criteria: [...new Set([criterion.id, ...focuses.map((focus) => focus.part.criterion.id)])],
        related: relatedTo(focuses),
        unnecessary: alternative.kind !== 'guard',
    };
};

// What it means for the trial that nobody takes an alternative.
function outOfReach({ kind, condition }: Alternative, part: Part): string {
    const { criterion } = part;
    const said = quoted(condition, part);
    switch (kind) {
        case 'item':
        case 'counted item':
            return criterion.kind === 'include'
                ? `nobody can be enrolled by way of ${said} in ${criterion.id}`
                : `${said} in ${criterion.id} excludes nobody who is not out already`;
        case 'exception':
            return `the exception ${said} in ${criterion.id} is of use to nobody`;
        case 'row':
        case 'washout row':
            return `no participant falls into the row ${said} of ${criterion.id}`;
        case 'guard':
            return `the case for which ${criterion.id} is written (${said}) never arises`;
    }
}

export const explainNeverDecisive: Explain<AlternativeNeverDecisive> = ({ part, alternatives, actsAsAnd, because, reading }, { document }) => {
    const { criterion, rule } = part;
    const [first] = alternatives;
    const others = because.parts.filter((each) => each.criterion !== criterion).map((each) => ({ part: each, rule: each.rule }));
    const names = others.map((focus) => partName(focus.part));
    const own = { part, rule };
    const links = linkSentences([{ part, rule: first?.condition ?? rule }, own, ...others], document.relations, { apart: others.length > 0 });
    const given = names.length === 0 ? '' : `, because of ${listed(names)}`;
    const said = alternatives.map(({ condition }) => quoted(condition, part));
    const head = actsAsAnd
        ? `The 'or' in ${criterion.id} acts as 'and'${given}: whoever can be enrolled meets all of ${listed(said)}. Write 'all of' if that is meant; otherwise change what forces it.`
        : `${capitalized(naming(first, said[0] ?? ''))} in ${criterion.id} changes nothing${given}: ${effect(first, criterion.kind)}.`;
    return {
        range: (actsAsAnd && first !== undefined && 'range' in first.list ? first.list.range : first?.range) ?? criterion.range ?? null,
        message: [
            `${underReading(reading)}${head}`,
            ...(others.length === 0 ? [] : [`${capitalized(claims(others))}.`]),
            ...(first === undefined ? links : [...notOfTheClass(first, part), ...links]),
        ].join(' '),
        criteria: [criterion.id, ...others.map((focus) => focus.part.criterion.id)],
        related: relatedTo(others),
        unnecessary: !actsAsAnd,
    };
};

function naming(alternative: Alternative | undefined, said: string): string {
    switch (alternative?.kind) {
        case 'exception':
            return `the exception ${said}`;
        case 'row':
        case 'washout row':
            return `the row ${said}`;
        default:
            return said;
    }
}

function effect(alternative: Alternative | undefined, kind: 'include' | 'exclude'): string {
    if (alternative?.kind === 'exception') return 'nobody is spared by it who would be caught without it';
    return kind === 'include' ? 'whoever meets it meets another alternative too' : 'whoever it describes is excluded anyway';
}

// An exception from a class that its term does not belong to spares nobody: the one that writes it believes it does.
function notOfTheClass({ kind, condition, list }: Alternative, { setting }: Part): string[] {
    if (kind !== 'exception' || !('except' in list) || condition.kind !== 'presence') return [];
    const [whole, excepted] = [withIndex(list, setting.index), withIndex(condition.what, setting.index)];
    const [className, member] = [whole?.term ?? null, excepted?.term ?? null];
    if (className === null || member === null) return [];
    return setting.knowledge.isA(member, className) ? [] : [`${capitalized(member)} does not count as ${className}: nothing declares that it does.`];
}
