// Explains cohort-unsatisfiable and cohort-unguarded: criteria that leave nobody.
import type { CohortUnguarded, CohortUnsatisfiable } from '@crit-lang/analysis/questions/finding.js';
import { type Focus, focusOf, rangesOf } from '../focus.js';
import { linkSentences } from '../links.js';
import { sentence } from '../listed.js';
import { claims, cohortWords, countWord, entryWords, tellingOf, underReading } from '../words.js';
import { type Explain, relatedTo } from './explanation.js';

export const explainUnsatisfiable: Explain<CohortUnsatisfiable> = ({ conflict, answer, reading }, { components, document }) => {
    const { cohort } = answer.scenario;
    const focuses = requirementsFirst(focusOf(conflict, components));
    const telling = tellingOf(
        [cohort.id],
        document,
        focuses.map(({ rule }) => rule),
    );
    const whom = entryWords([cohort.id], document);
    const why =
        focuses.length === 1
            ? `nobody passes ${conflict.parts[0]?.criterion.id ?? ''}`
            : focuses.length === 2
              ? 'two criteria contradict each other'
              : `${countWord(focuses.length)} criteria cannot all be satisfied`;
    const number = answer.conflicts.indexOf(conflict) + 1;
    const all = answer.areConflictsComplete ? '' : ' or more';
    const count = answer.conflicts.length > 1 || all !== '' ? [`Contradiction ${number} of ${answer.conflicts.length}${all} in ${whom}.`] : [];
    const written = focuses.findLast(({ part }) => part.criterion.origin === 'written');
    return {
        range: (written === undefined ? undefined : rangesOf(written)[0]) ?? cohort.range ?? null,
        message: [
            `${underReading(reading)}Nobody can qualify for ${whom}: ${why}.`,
            sentence(claims(focuses, telling)),
            ...linkSentences(focuses, document.relations),
            adviceOn(focuses, document.cohorts.length),
            ...count,
        ].join(' '),
        criteria: conflict.parts.map(({ criterion }) => criterion.id),
        related: relatedTo(focuses, telling),
    };
};

function adviceOn(focuses: readonly Focus[], cohorts: number): string {
    if (focuses.length === 1) return 'Check its values, units and terms.';
    const exclusion = focuses.find(({ part: { criterion } }) => criterion.kind === 'exclude' && criterion.cohorts === null);
    const required = focuses.map(requiredTerm).find((term) => term !== null) ?? null;
    const except = required === null ? '' : `, except ${required} from it`;
    const other = focuses.length === 2 ? 'the other one' : 'one of the others';
    if (exclusion !== undefined && cohorts > 1) return `Say for which cohorts ${exclusion.part.criterion.id} is meant${except}, or change ${other}.`;
    return 'One of them has to change.';
}

/** The one condition or drug that a criterion requires. */
function requiredTerm({ part, rule }: Focus): string | null {
    if (part.criterion.kind === 'exclude') return null;
    if ((rule.kind === 'all' || rule.kind === 'any') && rule.of.length === 1 && rule.of[0] !== undefined) return requiredTerm({ part, rule: rule.of[0] });
    return rule.kind === 'presence' ? rule.what.term : null;
}

export const explainUnguarded: Explain<CohortUnguarded> = ({ part, cohorts, because, reading }, { components, document }) => {
    const focuses = requirementsFirst(focusOf(because, components));
    const own = focuses.find((focus) => focus.part.criterion === part.criterion);
    const others = focuses.filter((focus) => focus.part.criterion !== part.criterion);
    const { id } = part.criterion;
    // The reason is that of the first of the cohorts.
    const telling = tellingOf(
        cohorts.slice(0, 1),
        document,
        focuses.map(({ rule }) => rule),
    );
    return {
        range: (own === undefined ? undefined : rangesOf(own)[0]) ?? part.criterion.range ?? null,
        message: [
            `${underReading(reading)}${id} is written for every cohort and leaves nobody in ${cohortWords(cohorts)}, because of what ${cohorts.length === 1 ? 'it is' : 'they are'} for.`,
            sentence(`${cohorts.length > 1 ? 'for one, ' : ''}${claims(focuses, telling)}`),
            ...linkSentences(focuses, document.relations),
            `Say for which cohorts ${id} is meant, or except from it what ${cohorts.length === 1 ? 'this cohort is' : 'these cohorts are'} for.`,
        ].join(' '),
        criteria: [id, ...others.map((focus) => focus.part.criterion.id)],
        related: relatedTo(others, telling),
    };
};

/** What is required before what excludes it, otherwise in their order. */
function requirementsFirst(focuses: readonly Focus[]): Focus[] {
    const isOf = (kind: string) => focuses.filter(({ part }) => part.criterion.kind === kind);
    return [...isOf('include'), ...isOf('exclude')];
}
