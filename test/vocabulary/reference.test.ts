// Every code, label and is-a edge of the shipped vocabulary is confirmed by the reference terminologies, or carries its own source and stands on a list.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import { requireShared } from '../support/reference-data.js';
import { expectGolden } from '../support/golden.js';
import type { ReferenceTerminologies } from './reference-terminologies.js';
import { labelKey, readTerminologies } from './reference-terminologies.js';
import { readSampleCodes } from './sample-codes.js';
import type { WrittenEntry, WrittenFact } from './vocabulary-files.js';
import { vocabularyEntries } from './vocabulary-files.js';

type Verdict = 'confirmed' | 'sourced' | 'unsourced' | 'no such code';

const COMPARED = ['mesh', 'doid', 'icd10cm'];

describe('vocabulary against the reference terminologies', function () {
    let reference: ReferenceTerminologies;
    let samples: Map<string, string[]>;
    const entries = vocabularyEntries();
    const byName = new Map<string, WrittenEntry>();
    for (const entry of entries) for (const name of entry.names) if (!byName.has(nameKey(name))) byName.set(nameKey(name), entry);
    for (const entry of entries) byName.set(nameKey(entry.name), entry);

    before(function () {
        const folder = path.dirname(requireShared(this, 'reference/mesh2022-subset.json.gz'));
        reference = readTerminologies(folder);
        samples = readSampleCodes(folder);
    });

    function judgeCode(entry: WrittenEntry, fact: WrittenFact): Verdict {
        const system = fact.value.slice(0, fact.value.indexOf(':'));
        if (!COMPARED.includes(system)) return fact.source === null ? 'unsourced' : 'sourced';
        const labels = reference.labels(fact.value);
        // MeSH's supplementary records are not all in the subset; MONDO may still name one.
        if (labels === undefined && !/^mesh:C/.test(fact.value)) return 'no such code';
        if (labels !== undefined && entry.names.some((name) => labels.has(labelKey(name)))) return 'confirmed';
        const tied = entry.codes.some(
            (other) =>
                other !== fact &&
                entry.names.some((name) => reference.labels(other.value)?.has(labelKey(name)) === true) &&
                reference.sameDisease(fact.value, other.value),
        );
        if (tied) return 'confirmed';
        return fact.source === null ? 'unsourced' : 'sourced';
    }

    function judgeEdge(entry: WrittenEntry, edge: WrittenFact): Verdict {
        const parent = byName.get(nameKey(edge.value));
        const confirmed = parent !== undefined && entry.codes.some((code) => parent.codes.some((above) => reference.isBelow(code.value, above.value)));
        if (confirmed) return 'confirmed';
        return edge.source === null ? 'unsourced' : 'sourced';
    }

    function judgeAll(
        facts: (entry: WrittenEntry) => readonly WrittenFact[],
        judge: (entry: WrittenEntry, fact: WrittenFact) => Verdict,
    ): Map<Verdict, string[]> {
        const found = new Map<Verdict, string[]>();
        for (const entry of entries) {
            for (const fact of facts(entry)) {
                const verdict = judge(entry, fact);
                found.set(verdict, [...(found.get(verdict) ?? []), `${entry.name} | ${fact.value}${fact.source === null ? '' : ` | ${fact.source}`}`]);
            }
        }
        return found;
    }

    it('confirms every code and label, or names its source', () => {
        const verdicts = judgeAll((entry) => entry.codes, judgeCode);
        console.log(`        codes: ${verdicts.get('confirmed')?.length ?? 0} confirmed, ${verdicts.get('sourced')?.length ?? 0} with a source of their own`);
        assert.deepEqual([...(verdicts.get('no such code') ?? []), ...(verdicts.get('unsourced') ?? [])], []);
        expectGolden('vocabulary/sourced-codes.txt', `${(verdicts.get('sourced') ?? []).sort().join('\n')}\n`);
    });

    it('confirms every is-a edge, or names its source', () => {
        const verdicts = judgeAll((entry) => entry.parents, judgeEdge);
        console.log(
            `        is-a edges: ${verdicts.get('confirmed')?.length ?? 0} confirmed, ${verdicts.get('sourced')?.length ?? 0} with a source of their own`,
        );
        assert.deepEqual(verdicts.get('unsourced') ?? [], []);
        expectGolden('vocabulary/sourced-edges.txt', `${(verdicts.get('sourced') ?? []).sort().join('\n')}\n`);
    });

    it('finds the codes that are said to stand in the sample data there', () => {
        const missing = entries.flatMap((entry) =>
            entry.codes
                .filter((code) => code.source !== null && /synthea|omop/i.test(code.source) && !samples.has(code.value))
                .map((code) => `${entry.name} | ${code.value} | ${code.source ?? ''}`),
        );
        assert.deepEqual(missing, []);
    });

    it('would fail on a wrong code, a wrong label and a wrong edge', () => {
        const lupus: WrittenEntry = {
            file: '',
            line: 0,
            name: 'SLE',
            kind: 'condition',
            names: ['SLE', 'systemic lupus erythematosus'],
            codes: [],
            parents: [],
            hasDefinition: true,
            hasPlain: true,
        };
        assert.equal(judgeCode(lupus, { value: 'mesh:D000000', source: null }), 'no such code');
        assert.equal(judgeCode(lupus, { value: 'mesh:D001172', source: null }), 'unsourced', 'the code of rheumatoid arthritis on lupus');
        assert.equal(judgeCode(lupus, { value: 'mesh:D008180', source: null }), 'confirmed');
        assert.equal(judgeEdge({ ...lupus, codes: [{ value: 'mesh:D008180', source: null }] }, { value: 'infection', source: null }), 'unsourced');
    });

    it('lists the terms that have no code', () => {
        const without = entries
            .filter((entry) => entry.codes.length === 0)
            .map((entry) => `${entry.kind} | ${entry.name}`)
            .sort();
        expectGolden('vocabulary/terms-without-code.txt', `${without.join('\n')}\n`);
    });
});

describe('vocabulary', () => {
    const entries = vocabularyEntries();

    it('has at least 400 terms, each with a definition and a plain wording', () => {
        assert.ok(entries.length >= 400, `${entries.length} terms`);
        const incomplete = entries.filter((entry) => !entry.hasDefinition || !entry.hasPlain).map((entry) => `${entry.file}:${entry.line} ${entry.name}`);
        assert.deepEqual(incomplete, []);
    });

    it('gives no two terms the same canonical name, and no name to two terms of one kind', () => {
        const owners = new Map<string, string>();
        const shared: string[] = [];
        for (const entry of entries) {
            for (const key of new Set(entry.names.map(nameKey))) {
                const owner = owners.get(`${entry.kind} ${key}`);
                if (owner !== undefined) shared.push(`'${key}' belongs to ${owner} and to ${entry.name}`);
                else owners.set(`${entry.kind} ${key}`, entry.name);
            }
        }
        assert.deepEqual(shared, []);
    });

    it('is committed in the form that is shipped', () => {
        const shipped = fs.readFileSync(new URL('../../../packages/vocabulary/src/generated/shipped-vocabulary.json', import.meta.url), 'utf8');
        assert.equal((JSON.parse(shipped) as { entries: unknown[] }).entries.length, entries.length);
    });
});
