// Explains cohorts-overlap, assertion-failed, knowledge-undeclared and not-decided: what concerns the protocol as a whole.
import type { AssertionFailed, CohortsOverlap, KnowledgeUndeclared, NotDecided, UndeclaredQuestion } from '@crit-lang/analysis/questions/finding.js';
import { linkSentences } from '../links.js';
import { capitalized, listed } from '../listed.js';
import { claims, cohortWords, partName, shortWords, underReading } from '../words.js';
import { type Explain, relatedTo } from './explanation.js';

export const explainOverlap: Explain<CohortsOverlap> = ({ first, second, isForbidden, reading }) => {
    const [one, other] = [first.scenario.cohort, second.scenario.cohort];
    const consequence = isForbidden
        ? 'They are declared exclusive, and no criterion keeps them apart. Add one, or say which cohort takes precedence.'
        : 'If that matters, say which one takes precedence, or declare them exclusive.';
    return {
        range: other.range ?? null,
        message: `${underReading(reading)}One patient can qualify for both ${one.id} and ${other.id}. ${consequence}`,
        criteria: [],
        related: one.range === undefined ? [] : [{ range: one.range, message: `Cohort ${one.id}.` }],
    };
};

export const explainAssertion: Explain<AssertionFailed> = ({ assertion, because, cohorts, reading }, { components, document }) => {
    const said = shortWords(assertion.rule);
    const range = assertion.range ?? null;
    if (because === null) {
        const message = `${underReading(reading)}${assertion.id} says of everybody in ${cohortWords(cohorts, 'or')}: ${said}. It does not follow from the criteria: somebody can qualify of whom it is not so.`;
        return { range, message, criteria: [], related: [] };
    }
    const parts = because.parts.filter(({ criterion }) => criterion.id !== assertion.id);
    const known = parts.every((part) => components.has(part));
    const focuses = known ? parts.map((part) => ({ part, rule: part.rule })) : [];
    return {
        range,
        message: [
            `${underReading(reading)}${assertion.id} says that somebody can qualify for ${cohortWords(cohorts, 'or')} with: ${said}. Nobody can${parts.length === 0 ? '' : `, because of ${listed(parts.map(partName))}`}.`,
            ...(focuses.length === 0 ? [] : [`${capitalized(claims(focuses))}.`]),
            ...linkSentences(focuses, document.relations),
        ].join(' '),
        criteria: parts.map(({ criterion }) => criterion.id),
        related: relatedTo(focuses),
    };
};

export const explainUndeclared: Explain<KnowledgeUndeclared> = ({ parts, question, cohorts, reading }) => {
    const focuses = parts.map((part) => ({ part, rule: part.rule }));
    const bounded = 'bounds' in question ? question.bounds.map(({ part, condition }) => ({ part, rule: condition })) : focuses;
    return {
        range: ('range' in question ? question.range : bounded.at(-1)?.rule.range) ?? parts[0]?.criterion.range ?? null,
        message: `${underReading(reading)}${asked(question)} Whether anybody can qualify for ${cohortWords(cohorts, 'or')} depends on it: ${claims(bounded)}.`,
        criteria: parts.map(({ criterion }) => criterion.id),
        related: relatedTo(bounded),
    };
};

function asked(question: UndeclaredQuestion): string {
    switch (question.kind) {
        case 'method':
            return 'One criterion names a method and the other does not: is it the same value?';
        case 'normal limit':
            return `What is the ${question.limit} of ${question.measure} in this trial? Nothing declares it (limit of normal).`;
        case 'half-life':
            return `How long is the half-life of ${listed(question.drugs)}? Neither the vocabulary nor the protocol says.`;
        case 'class':
            return `Is ${question.term} a ${question.className}? The file declares it without a class.`;
        case 'index disease':
            return `Is ${question.term} meant by "${question.qualifier}" ${question.className}? It is the disease of a cohort, and the word does not say.`;
    }
}

export const explainNotDecided: Explain<NotDecided> = ({ part, what, cohorts, reading }) => ({
    range: part?.criterion.range ?? null,
    message: `${underReading(reading)}Not decided for ${cohortWords(cohorts)}: ${what}.`,
    criteria: part === null ? [] : [part.criterion.id],
    related: [],
});
