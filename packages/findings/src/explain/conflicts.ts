// Explains cohort-unsatisfiable and cohort-unguarded: criteria that leave nobody.
import type { CohortUnguarded, CohortUnsatisfiable } from '@crit-lang/analysis/questions/finding.js';
import { focusOf, rangesOf } from '../focus.js';
import { linkSentences } from '../links.js';
import { capitalized, claim, cohortWords, listed, partName, underReading } from '../words.js';
import { type Explain, relatedTo } from './explanation.js';

export const explainUnsatisfiable: Explain<CohortUnsatisfiable> = ({ conflict, answer, reading }, { components, document }) => {
    const { cohort } = answer.scenario;
    const focuses = focusOf(conflict, components);
    const names = conflict.parts.map(partName);
    const whom = cohort.implicit ? 'this protocol' : `cohort ${cohort.id}`;
    const head =
        conflict.parts.length === 1
            ? `Nobody can qualify for ${whom}: ${names[0] ?? ''} cannot be satisfied.`
            : `Nobody can qualify for ${whom}: ${listed(names)} cannot be satisfied together.`;
    const number = answer.conflicts.indexOf(conflict) + 1;
    const all = answer.areConflictsComplete ? '' : ' or more';
    const count = answer.conflicts.length > 1 || all !== '' ? ` This is conflict ${number} of ${answer.conflicts.length}${all}.` : '';
    const links = linkSentences(focuses, document.relations);
    const written = focuses.findLast(({ part }) => part.criterion.origin === 'written');
    return {
        range: (written === undefined ? undefined : rangesOf(written)[0]) ?? cohort.range ?? null,
        message: [`${underReading(reading)}${head}`, ...focuses.map((focus) => `${capitalized(claim(focus))}.`), ...links].join(' ') + count,
        criteria: conflict.parts.map(({ criterion }) => criterion.id),
        related: relatedTo(focuses),
    };
};

export const explainUnguarded: Explain<CohortUnguarded> = ({ part, cohorts, because, reading }, { components, document }) => {
    const focuses = focusOf(because, components);
    const own = focuses.find((focus) => focus.part === part);
    const others = focuses.filter((focus) => focus.part !== part);
    const links = linkSentences(focuses, document.relations);
    return {
        range: (own === undefined ? undefined : rangesOf(own)[0]) ?? part.criterion.range ?? null,
        message: [
            `${underReading(reading)}${part.criterion.id} is written for every cohort and leaves ${cohortWords(cohorts)} nobody:`,
            `${listed([own, ...others].flatMap((focus) => (focus === undefined ? [] : [claim(focus)])))}.`,
            ...links,
            `Say for which cohorts ${part.criterion.id} is meant, or except what ${cohorts.length === 1 ? 'this cohort is' : 'these cohorts are'} for.`,
        ].join(' '),
        criteria: [part.criterion.id, ...others.map((focus) => focus.part.criterion.id)],
        related: relatedTo(others),
    };
};
