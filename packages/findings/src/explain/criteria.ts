// Explains criterion-never-met, criterion-always-met and criterion-redundant: what a criterion says by itself and beside the others.
import type { CriterionNeverOrAlwaysMet, CriterionRedundant } from '@crit-lang/analysis/questions/finding.js';
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import { not } from '@crit-lang/analysis/encode/formulas.js';
import { focusOf } from '../focus.js';
import { linkSentences } from '../links.js';
import { listed, sentence } from '../listed.js';
import { claims, cohortWords, partName, shortWords, tellingOf, underReading } from '../words.js';
import { type Explain, relatedTo } from './explanation.js';

export const explainNeverOrAlways: Explain<CriterionNeverOrAlwaysMet> = ({ name, part, passes, cohorts, reading }, { document }) => {
    const { criterion, rule } = part;
    const isInclusion = criterion.kind === 'include';
    const how = name === 'criterion-never-met' ? 'Nobody can meet' : 'Everybody meets';
    const effect =
        passes === 'nobody'
            ? isInclusion
                ? 'nobody can be enrolled'
                : 'everybody is excluded'
            : isInclusion
              ? 'it asks nothing of anybody'
              : 'it excludes nobody';
    // What stands against each other in it is said too.
    const links = linkSentences(
        linesOf(rule).map((line) => ({ part, rule: line })),
        document.relations,
    );
    return {
        range: rule.range ?? criterion.range ?? null,
        message: [
            `${underReading(reading)}${how} what ${criterion.id} ${isInclusion ? 'requires' : 'excludes'} (${shortWords(rule, part, tellingOf(cohorts, document, [rule]))}), so ${effect}.`,
            ...links,
            'Check its values, units and terms.',
        ].join(' '),
        criteria: [criterion.id],
        related: [],
    };
};

function linesOf(rule: Condition): readonly Condition[] {
    if (rule.kind !== 'all' && rule.kind !== 'any') return [rule];
    const [only] = rule.of;
    return rule.of.length === 1 && only !== undefined ? linesOf(only) : rule.of;
}

export const explainRedundant: Explain<CriterionRedundant> = ({ part, because, alsoBecause, isEquivalent, cohorts, reading }, { components, document }) => {
    const { component, member } = components.placeOf(part);
    const focuses = focusOf(because, components, [not(component.component.formulaOf(member))]);
    const names = listed(because.parts.map(partName));
    const { id } = part.criterion;
    const own = { part, rule: part.rule };
    const telling = tellingOf(
        cohorts,
        document,
        [own, ...focuses].map((focus) => focus.rule),
    );
    const inSome = document.cohorts.length > 1 && cohorts.length < document.cohorts.length ? ` in ${cohortWords(cohorts)}` : '';
    const head = isEquivalent ? `${id} says the same as ${names}${inSome}.` : `${id} adds nothing${inSome}: whoever passes ${names} passes ${id} too.`;
    const elsewhere = alsoBecause.map(({ parts }) => listed(parts.map(partName)));
    return {
        range: part.criterion.range ?? null,
        message: [
            `${underReading(reading)}${head}`,
            sentence(claims([own, ...focuses], telling)),
            ...linkSentences([own, ...focuses], document.relations),
            ...(elsewhere.length === 0 ? [] : [`In other cohorts ${listed(elsewhere)} ${elsewhere.length === 1 ? 'does' : 'do'} so.`]),
            `Drop ${id}, or acknowledge this if it is wanted for clarity.`,
        ].join(' '),
        criteria: [...new Set([id, ...[because, ...alsoBecause].flatMap(({ parts }) => parts.map(({ criterion }) => criterion.id))])],
        related: relatedTo(focuses, telling),
    };
};
