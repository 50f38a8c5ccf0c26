// Shows that what was found of criteria that bear on each other is found again after edits that leave each of them as it was: where they apply, in which order, beside which others.
import assert from 'node:assert/strict';
import { ComponentCache } from '@crit-lang/analysis/components/component-cache.js';
import { DocumentAnalysis } from '@crit-lang/analysis/document-analysis.js';
import { neighbourhoodsOf } from '@crit-lang/analysis/questions/neighbourhoods.js';
import { findingsOf } from '@crit-lang/analysis/questions/questions.js';
import { compile } from '@crit-lang/language/compile.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';

const HEADER = [
    'protocol P "A protocol" {\n  age from 18 years to 75 years\n  timeline screening, randomization\n  assessed screening\n}',
    'cohort A with SLE',
    'cohort B with rheumatoid arthritis',
];

const CRITERIA = {
    loose: 'exclude N-1 "No anemia" {\n  hemoglobin < 8 g/dL\n}',
    strict: 'include N-2 "Hemoglobin" {\n  hemoglobin >= 10 g/dL\n}',
    strictInA: 'include N-2 "Hemoglobin" for A {\n  hemoglobin >= 10 g/dL\n}',
    strictInB: 'include N-2 "Hemoglobin" for B {\n  hemoglobin >= 10 g/dL\n}',
    never: 'include N-3 "Hemoglobin" {\n  hemoglobin <= 9 g/dL\n}',
    ofIndex: 'exclude N-4 "Another disease" {\n  has any systemic autoimmune disease other than the index disease\n}',
    arthritis: 'exclude N-5 "Arthritis" for A {\n  has any of { rheumatoid arthritis, asthma }\n}',
    asthma: 'exclude N-6 "Asthma" {\n  has asthma\n}',
    asthmaInB: 'exclude N-6 "Asthma" for B {\n  has asthma\n}',
    // Of the index disease alone, so that it has another component in each cohort.
    recent: 'exclude N-7 "Recent disease" {\n  diagnosed with the index disease within 6 months before screening\n}',
    recentLupus: 'exclude N-8 "Recent lupus" for A {\n  diagnosed with SLE within 12 months before screening\n}',
    recentArthritis: 'exclude N-9 "Recent arthritis" for B {\n  diagnosed with rheumatoid arthritis within 12 months before screening\n}',
    newArthritis: 'exclude N-9 "Recent arthritis" for B {\n  diagnosed with rheumatoid arthritis within 3 months before screening\n}',
    recentInBoth: 'exclude N-9 "Recent arthritis" {\n  diagnosed with rheumatoid arthritis within 12 months before screening\n}',
    newLupus: 'exclude N-10 "New lupus" for A {\n  diagnosed with SLE within 3 months before screening\n}',
    liver: 'include N-11 "Liver" {\n  ALT > 3 x ULN\n}',
    liverInUnits: 'exclude N-12 "Liver in units" {\n  ALT > 30 U/L\n}',
    // Not a criterion: without it the analysis asks what the limit is, with it the two contradict each other.
    declaredLimit: 'declare ULN of ALT from 30 to 60 U/L',
};

type Name = keyof typeof CRITERIA;

const STATES: readonly (readonly Name[])[] = [
    ['loose', 'strict', 'ofIndex', 'arthritis', 'asthma'],
    ['loose', 'strictInA', 'ofIndex', 'arthritis', 'asthma'],
    ['loose', 'strictInB', 'ofIndex', 'arthritis', 'asthmaInB'],
    ['asthma', 'strict', 'arthritis', 'ofIndex', 'loose'],
    ['loose', 'strict', 'never', 'ofIndex', 'asthma'],
    ['loose', 'ofIndex', 'arthritis'],
    ['asthma', 'ofIndex', 'strictInB', 'loose'],
    ['recentLupus', 'recentArthritis', 'recent', 'strict'],
    ['recentLupus', 'recent', 'strict'],
    ['recentArthritis', 'recent', 'loose', 'strictInA'],
    ['recent', 'recentArthritis'],
    ['recent', 'newArthritis'],
    ['recent', 'recentInBoth', 'newLupus'],
    ['recent', 'newLupus', 'recentInBoth'],
    ['liver', 'asthma'],
    ['liver', 'liverInUnits'],
    ['declaredLimit', 'liver', 'liverInUnits'],
];

const documentOf = (names: readonly Name[]): CriteriaDocument =>
    compile(parseFile('neighbourhoods.crit', [...HEADER, ...names.map((name) => CRITERIA[name])].join('\n'))).document;

const told = (analysis: DocumentAnalysis): string[] =>
    findingsOf(analysis).map((finding) => {
        const own = 'part' in finding && finding.part !== null ? [finding.part] : 'parts' in finding ? finding.parts : [];
        const because = 'alsoBecause' in finding ? [finding.because, ...finding.alsoBecause].flatMap(({ parts }) => parts) : [];
        return [finding.name, finding.cohorts.join(), ...[own, because].map((parts) => parts.map(({ criterion }) => criterion.id).join())].join(' | ');
    });

describe('criteria that bear on each other', function () {
    it('are found to be so after edits around them as they are from scratch', () => {
        const states = STATES.map((names) => ({ before: documentOf(names), after: documentOf(names), scratch: told(new DocumentAnalysis(documentOf(names))) }));
        for (const [from, { before }] of states.entries()) {
            for (const [to, { after, scratch }] of states.entries()) {
                const cache = new ComponentCache();
                told(new DocumentAnalysis(before, cache));
                cache.forgetUnused();
                assert.deepEqual(told(new DocumentAnalysis(after, cache)), scratch, `state ${from} to ${to}`);
            }
        }
        const outcomes = new Set(states.map(({ scratch }) => scratch.join('\n')));
        // Most states have findings of their own, so that what is kept of one cannot pass for another's.
        assert.ok(outcomes.size >= 8);
    });

    it('are each in one neighbourhood, those of several components together', () => {
        const analysis = new DocumentAnalysis(documentOf(['recentLupus', 'recentInBoth', 'recent', 'strict', 'asthma']));
        const [world] = analysis.worlds;
        assert.ok(world !== undefined);
        const all = [...neighbourhoodsOf(analysis, world)];
        const ids = all.flatMap(({ criteria }) => criteria.map(({ id }) => id));
        assert.deepEqual([...ids].sort(), analysis.document.criteria.map(({ id }) => id).sort());
        for (const { criteria, components } of all) {
            const places = criteria.map(({ place }) => place);
            assert.deepEqual(
                places,
                places.toSorted((a, b) => a - b),
            );
            const used = new Set(criteria.flatMap(({ applications }) => applications.map(({ part }) => analysis.components.placeOf(part).component)));
            assert.equal(used.size, components.length);
            assert.ok(components.every((component) => used.has(component)));
        }
    });
});
