// Explains cohorts-overlap, assertion-failed, knowledge-undeclared and not-decided: what concerns the protocol as a whole.
import type { AssertionFailed, CohortsOverlap, KnowledgeUndeclared, NotDecided, UndeclaredQuestion } from '@crit-lang/analysis/questions/finding.js';
import { linkSentences } from '../links.js';
import { ended, listed, sentence } from '../listed.js';
import { claims, entryWords, partName, shortWords, tellingOf, underReading } from '../words.js';
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
    const change = 'Change the criteria, or the assertion.';
    const range = assertion.range ?? null;
    if (because === null) {
        const message = `${underReading(reading)}${assertion.id} says of everybody in ${entryWords(cohorts, document, 'or')}: ${said}. It does not follow from the criteria: somebody can qualify of whom it is not so. ${change}`;
        return { range, message, criteria: [], related: [] };
    }
    const parts = because.parts.filter(({ criterion }) => criterion.id !== assertion.id);
    const known = parts.every((part) => components.has(part));
    const focuses = known ? parts.map((part) => ({ part, rule: part.rule })) : [];
    const telling = tellingOf(cohorts, document, [assertion.rule, ...focuses.map(({ rule }) => rule)]);
    return {
        range,
        message: [
            `${underReading(reading)}${assertion.id} says that somebody can qualify for ${entryWords(cohorts, document, 'or')} with: ${said}. Nobody can${parts.length === 0 ? '' : `, because of ${listed(parts.map(partName))}`}.`,
            ...(focuses.length === 0 ? [] : [sentence(claims(focuses, telling))]),
            ...linkSentences(focuses, document.relations),
            change,
        ].join(' '),
        criteria: parts.map(({ criterion }) => criterion.id),
        related: relatedTo(focuses, telling),
    };
};

export const explainUndeclared: Explain<KnowledgeUndeclared> = ({ parts, question, cohorts, reading }, { document }) => {
    const focuses = parts.map((part) => ({ part, rule: part.rule }));
    const bounded = 'bounds' in question ? question.bounds.map(({ part, condition }) => ({ part, rule: condition })) : focuses;
    const telling = tellingOf(
        cohorts,
        document,
        bounded.map(({ rule }) => rule),
    );
    return {
        range: ('range' in question ? question.range : bounded.at(-1)?.rule.range) ?? parts[0]?.criterion.range ?? null,
        message: `${underReading(reading)}${asked(question)} Whether anybody can qualify for ${entryWords(cohorts, document, 'or')} depends on it: ${ended(claims(bounded, telling))}`,
        criteria: parts.map(({ criterion }) => criterion.id),
        related: relatedTo(bounded, telling),
    };
};

function asked(question: UndeclaredQuestion): string {
    switch (question.kind) {
        case 'method':
            return 'One criterion names a method and the other does not: is it the same value? Name the method in both.';
        case 'normal limit':
            return `What is the ${question.limit} of ${question.measure} in this trial? Declare it ('declare ${question.limit} of ${question.measure} …').`;
        case 'half-life':
            return `How long is the half-life of ${listed(question.drugs)}? Neither the vocabulary nor the protocol says; write it where the drug is declared.`;
        case 'class':
            return `Is ${question.term} a ${question.className}? The file declares it without a class. Add one there ('is a …') if it is.`;
        case 'index disease':
            return `Is ${question.term} meant by "${question.qualifier}" ${question.className}? It is the disease of a cohort, and the word does not say. Define the word, or except the disease.`;
    }
}

export const explainNotDecided: Explain<NotDecided> = ({ part, what, cohorts, reading }, { document }) => ({
    range: part?.criterion.range ?? null,
    message: `${underReading(reading)}Not decided for ${entryWords(cohorts, document)}: ${what}.`,
    criteria: part === null ? [] : [part.criterion.id],
    related: [],
});
