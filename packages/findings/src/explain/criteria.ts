// Explains criterion-never-met, criterion-always-met and criterion-redundant: what a criterion says by itself and beside the others.
import type { CriterionNeverOrAlwaysMet, CriterionRedundant } from '@crit-lang/analysis/questions/finding.js';
import { not } from '@crit-lang/analysis/encode/formulas.js';
import { focusOf } from '../focus.js';
import { linkSentences } from '../links.js';
import { capitalized, claim, cohortWords, listed, partName, shortWords, underReading } from '../words.js';
import { type Explain, relatedTo } from './explanation.js';

export const explainNeverOrAlways: Explain<CriterionNeverOrAlwaysMet> = ({ name, part, passes, reading }) => {
    const { criterion, rule } = part;
    const how = name === 'criterion-never-met' ? 'can never hold' : 'always holds';
    const effect =
        passes === 'nobody'
            ? criterion.kind === 'include'
                ? 'so nobody can be enrolled'
                : 'so everybody is excluded'
            : criterion.kind === 'include'
              ? 'so it asks nothing of anybody'
              : 'so it excludes nobody';
    return {
        range: rule.range ?? criterion.range ?? null,
        message: `${underReading(reading)}What ${criterion.id} ${criterion.kind === 'include' ? 'requires' : 'excludes'} ${how}, ${effect}: ${shortWords(rule)}. Check the values, units and terms.`,
        criteria: [criterion.id],
        related: [],
    };
};

export const explainRedundant: Explain<CriterionRedundant> = ({ part, because, isEquivalent, cohorts, reading }, { components, document }) => {
    const { component, member } = components.placeOf(part);
    const focuses = focusOf(because, components, [not(component.component.formulaOf(member))]);
    const names = because.parts.map(partName);
    const id = part.criterion.id;
    const own = { part, rule: part.rule };
    const all = document.cohorts.length > 1 && cohorts.length < document.cohorts.length ? ` (${cohortWords(cohorts)})` : '';
    const head = isEquivalent ? `${id} says the same as ${listed(names)}${all}.` : `${id} adds nothing: whoever passes ${listed(names)} passes it too${all}.`;
    return {
        range: part.criterion.range ?? null,
        message: [
            `${underReading(reading)}${head}`,
            ...[own, ...focuses].map((focus) => `${capitalized(claim(focus))}.`),
            ...linkSentences([own, ...focuses], document.relations),
            'It may be wanted for clarity; then acknowledge it.',
        ].join(' '),
        criteria: [id, ...because.parts.map(({ criterion }) => criterion.id)],
        related: relatedTo(focuses),
    };
};
