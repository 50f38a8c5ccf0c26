// The ClinicalTrials.gov text: layout, levels, scopes, limits.
import assert from 'node:assert/strict';
import type { CriteriaDocument, Criterion } from '@crit-lang/model/criteria/document.js';
import { ageFields, ageText } from '@crit-lang/generate/registry/age-field.js';
import { participantFields } from '@crit-lang/generate/registry/participant-fields.js';
import { wordingOutline } from '@crit-lang/generate/registry/paragraphs.js';
import { registryTarget, registryText } from '@crit-lang/generate/registry/registry.js';
import { expectGolden } from '../support/golden.js';
import { all, amount, any, cohort, compare, criterion, document, fact, guard, hole, presence, protocol, quantity, reference, term } from './fixtures/build.js';
import { sampleDocument } from './fixtures/sample.js';

function textOf(criteria: Criterion[], more: Partial<CriteriaDocument> = {}): string {
    return registryText(document({ criteria, ...more })).text;
}

describe('registry: text', () => {
    it('gives the sample byte for byte', () => {
        const { files, notes } = registryTarget.generate(sampleDocument(), {});
        assert.deepEqual(
            files.map((file) => file.path),
            ['Sample-1.registry.txt'],
        );
        expectGolden('generate/sample.registry.txt', files[0]?.text ?? '');
        expectGolden('generate/sample.registry.notes.txt', `${notes.map((note) => `${note.severity} ${note.name}: ${note.message}`).join('\n')}\n`);
    });

    it('restricts to one cohort, and says when there is none of that name', () => {
        const rheumatoid = registryTarget.generate(sampleDocument(), { cohort: 'RA' });
        assert.doesNotMatch(rheumatoid.files[0]?.text ?? '', /lupus erythematosus|anti-dsDNA/u);
        assert.match(rheumatoid.files[0]?.text ?? '', /PAH requiring active treatment/u);
        assert.deepEqual(registryTarget.generate(sampleDocument(), { cohort: 'nobody' }).notes.filter((note) => note.name === 'unknown-cohort').length, 1);
    });

    it('names the disease of a cohort that nothing else names', () => {
        const lupus = { cohorts: [cohort('A', 'SLE')], terms: [term('SLE', 'condition', { title: 'systemic lupus erythematosus' })] };
        assert.match(
            textOf([criterion('I', 'include', all(fact('female')))], lupus),
            /^Inclusion Criteria:\n\n1\. Systemic lupus erythematosus \(SLE\)\n2\. Female\n/u,
        );
        assert.match(
            textOf([criterion('I', 'include', all(fact('female')), { wording: ['Diagnosis of lupus (SLE).'] })], lupus),
            /^Inclusion Criteria:\n\n1\. Diagnosis of lupus \(SLE\)\.\n\n/u,
        );
    });

    it('says None where there is nothing', () => {
        assert.match(textOf([]), /^Inclusion Criteria:\n\nNone\n\nExclusion Criteria:\n\nNone\n\n/u);
    });

    it('indents by the length of the number', () => {
        const many = Array.from({ length: 100 }, (_, i) =>
            criterion(`E-${i}`, 'exclude', any(presence('A')), { wording: [`Item ${i}:`, 'i) first', 'ii) second'] }),
        );
        const text = textOf(many);
        assert.match(text, /\n99\. Item 98:\n\n {4}1\. first\n {4}2\. second\n100\. Item 99:\n\n {5}1\. first\n/u);
    });

    it('marks a hole beside the wording and reports it', () => {
        const found = registryText(document({ criteria: [criterion('E', 'exclude', any(hole('the list')), { wording: ['Any of these.'] })] }));
        assert.match(found.text, /1\. Any of these\.\n\n {4}\[not specified in the source: the list\]/u);
        assert.ok(found.notes.some((note) => note.name === 'hole-in-text' && note.criterion === 'E'));
        const definitions = [{ id: 'D', parameters: [], rule: all(hole('the list')), plain: [] }];
        const defined = registryText(document({ definitions, criteria: [criterion('E', 'exclude', any(reference('d')), { wording: ['Any of these.'] })] }));
        assert.match(defined.text, /1\. Any of these\.\n\n {4}\[not specified in the source: the list\]/u);
    });

    it('never cuts a text that is too long, and says which criteria to shorten', () => {
        const long = 'word '.repeat(3000).trim();
        const { text, notes } = registryText(document({ criteria: ['A', 'B'].map((id) => criterion(id, 'exclude', any(presence('x')), { wording: [long] })) }));
        assert.ok(text.length > 29_000);
        assert.match(
            notes.find((note) => note.name === 'registry-text-too-long')?.message ?? '',
            /have 30,\d{3} characters.*takes 20,000.*A: 15,002, B: 15,002/u,
        );
    });

    it('makes hostile texts harmless', () => {
        const text = textOf([criterion('__proto__', 'exclude', any(presence('x')), { wording: ['* - bullet\u202e\u0000 and\nbreak', 'constructor) odd'] })], {
            protocol: protocol('../../etc/passwd'),
        });
        assert.match(text, /1\. bullet and break\n\n {4}constructor\) odd/u);
        assert.equal(registryTarget.generate(document({ protocol: protocol('../../etc/passwd') }), {}).files[0]?.path, 'etc-passwd.registry.txt');
        assert.equal(registryTarget.generate(document({ protocol: protocol('测试') }), {}).files[0]?.path, 'protocol.registry.txt');
    });

    it('ends lines with LF and the text with one', () => {
        const { text } = registryText(sampleDocument());
        assert.ok(!text.includes('\r') && text.endsWith('\n') && !text.endsWith('\n\n'));
    });
});

describe('registry: wording', () => {
    const levels = (wording: string[]): unknown =>
        JSON.parse(JSON.stringify(wordingOutline(wording, 'Heading:')).replaceAll('"kind":"list",', '').replaceAll(',"below":[]', ''));

    it('reads levels by their labels', () => {
        assert.deepEqual(levels(['Text:', 'i) one', 'A. deep', 'B. deeper', 'ii) two']), {
            text: 'Text:',
            below: [
                { marker: 'number', items: [{ text: 'one', below: [{ marker: 'number', items: [{ text: 'deep' }, { text: 'deeper' }] }] }, { text: 'two' }] },
            ],
        });
    });

    it('knows i after h from the first roman number', () => {
        const items = ['g', 'h', 'i', 'j'].map((label) => `${label}) item`);
        assert.deepEqual(
            (levels(['Text:', ...items]) as { below: { items: unknown[] }[] }).below.map((list) => list.items.length),
            [4],
        );
    });

    it('drops a lone label and puts a heading over fellows', () => {
        assert.deepEqual(levels(['3. Severe disease.']), { text: 'Severe disease.' });
        assert.deepEqual(levels(['a) one', 'b) two']), { text: 'Heading:', below: [{ marker: 'number', items: [{ text: 'one' }, { text: 'two' }] }] });
    });

    it('takes paragraphs without labels under a lead-in for items', () => {
        const items = [{ text: 'one' }, { text: 'two' }];
        assert.deepEqual(levels(['Defined as:', 'one', 'two']), { text: 'Defined as:', below: [{ marker: 'bullet', items }] });
        assert.deepEqual(levels(['A sentence.', 'A remark.']), { text: 'A sentence.', below: [{ kind: 'paragraph', text: 'A remark.' }] });
    });

    it('tells labels apart by their punctuation, and reads those set tight', () => {
        assert.deepEqual(levels(['5. Adequate organ function:', '(1) Hematologic', '(2) Hepatic']), {
            text: 'Adequate organ function:',
            below: [{ marker: 'number', items: [{ text: 'Hematologic' }, { text: 'Hepatic' }] }],
        });
        assert.deepEqual(levels(['2.Severe disease']), { text: 'Severe disease' });
        assert.deepEqual(levels(['3.1 Relapsed disease']), { text: 'Relapsed disease' });
    });

    it('leaves numbers that are no labels alone', () => {
        assert.deepEqual(levels(['1.5 mg is enough']), { text: '1.5 mg is enough' });
        assert.deepEqual(levels(['A participant']), { text: 'A participant' });
    });
});

describe('registry: fields', () => {
    const years = (operator: '<' | '<=' | '=' | '>=' | '>', value: string, unit = 'years'): ReturnType<typeof compare> =>
        compare('age', operator, amount(value, unit));
    const agesOf = (criteria: Criterion[], more: Partial<CriteriaDocument> = {}): (string | null)[] => {
        const { minimum, maximum } = ageFields(document({ criteria, ...more }));
        return [minimum, maximum].map((age) => (age === null ? null : ageText(age)));
    };
    const two = { cohorts: [cohort('A', null), cohort('B', null)] };

    it('takes ages from header, inclusions and exclusions', () => {
        assert.deepEqual(agesOf([], { protocol: protocol('P', { age: { low: quantity('18', 'years'), high: null, highOpen: false } }) }), ['18 Years', null]);
        assert.deepEqual(agesOf([criterion('I', 'include', all(years('>=', '1', 'year'), years('<', '18')))]), ['1 Year', '17 Years']);
        assert.deepEqual(agesOf([criterion('E', 'exclude', any(years('<', '12'), years('>', '65')))]), ['12 Years', '65 Years']);
        assert.deepEqual(agesOf([criterion('I', 'include', all(years('>=', '6', 'months')))]), ['6 Months', null]);
    });

    it('takes the widest range over cohorts', () => {
        const a = criterion('A-1', 'include', all(years('>=', '18'), years('<=', '70')), { cohorts: ['A'] });
        const b = criterion('B-1', 'include', all(years('>=', '6', 'months'), years('<=', '12')), { cohorts: ['B'] });
        assert.deepEqual(agesOf([a, b], two), ['6 Months', '70 Years']);
        assert.deepEqual(agesOf([a], two), [null, null]);
    });

    it('lets nothing narrow a field that does not bind everyone', () => {
        assert.deepEqual(agesOf([criterion('I', 'include', all(guard(fact('female'), years('>=', '30'))))]), [null, null]);
        assert.deepEqual(agesOf([criterion('I', 'include', all(any(years('>=', '30'), presence('x'))))]), [null, null]);
        assert.deepEqual(agesOf([criterion('E', 'exclude', any(all(years('<', '30'), presence('x'))))]), [null, null]);
    });

    it('rounds outwards and says so', () => {
        const fields = ageFields(document({ criteria: [criterion('I', 'include', all(years('>', '17.5')))] }));
        assert.equal(fields.minimum === null ? null : ageText(fields.minimum), '17 Years');
        assert.equal(fields.notes[0]?.name, 'registry-age-rounded');
    });

    it('takes sex from header and rules, and never from a subgroup', () => {
        const sexOf = (criteria: Criterion[], more: Partial<CriteriaDocument> = {}): string => participantFields(document({ criteria, ...more })).sex;
        assert.equal(sexOf([]), 'ALL');
        assert.equal(sexOf([criterion('I', 'include', all(fact('female')))]), 'FEMALE');
        assert.equal(sexOf([criterion('E', 'exclude', any(fact('female')))]), 'MALE');
        assert.equal(sexOf([criterion('I', 'include', all(fact('female')), { cohorts: ['A'] })], two), 'ALL');
        assert.equal(sexOf([criterion('I', 'include', all(guard(fact('female'), presence('x'))))]), 'ALL');
        assert.equal(sexOf([], { protocol: protocol('P', { sex: 'male' }) }), 'MALE');
    });
});
