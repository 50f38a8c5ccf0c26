// `crit terms`: finding a term by any of its names, and what is near when there is none.
import assert from 'node:assert/strict';
import { expectGolden } from '../support/golden.js';
import { crit, transcript } from './crit.js';

interface TermsReport {
    version: number;
    query: string;
    kind: string | null;
    terms: { name: string; kind: string; foundBy: { name: string; as: string }; synonyms: string[]; ancestors: string[] }[];
    nearest: { name: string; term: string; kind: string }[];
}

const json = async (...args: string[]): Promise<TermsReport & { code: number }> => {
    const { code, out } = await crit('terms', ...args, '--format', 'json');
    return { code, ...(JSON.parse(out) as TermsReport) };
};

describe('crit terms', function () {
    for (const query of ['creatinine', 'SLE', 'methotrexate', 'EDSS', 'NYHA class']) {
        it(`shows ${query} as recorded`, async function () {
            const args = ['terms', query];
            expectGolden(`cli/terms-${query.toLowerCase().replaceAll(' ', '-')}.txt`, transcript(args, await crit(...args)));
        });
    }

    it('gives JSON as recorded', async function () {
        const args = ['terms', 'prednisone', '--format', 'json'];
        expectGolden('cli/terms-json.txt', transcript(args, await crit(...args)));
    });

    it('finds by any name: canonical, synonym, misspelling; case and several words do not matter', async function () {
        for (const [query, name, as] of [
            [['SLE'], 'SLE', 'canonical'],
            [['sle'], 'SLE', 'canonical'],
            [['MTX'], 'methotrexate', 'synonym'],
            [['nintedinib'], 'nintedanib', 'misspelling'],
            [['Rheumatoid', 'Arthritis'], 'rheumatoid arthritis', 'canonical'],
        ] as const) {
            const { code, terms } = await json(...query);
            assert.equal(code, 0, query.join(' '));
            assert.deepEqual([terms[0]?.name, terms[0]?.foundBy.as], [name, as]);
        }
    });

    it('keeps to a kind', async function () {
        assert.equal((await json('methotrexate', '--kind', 'drug')).code, 0);
        const { code, terms } = await json('methotrexate', '--kind', 'lab');
        assert.deepEqual({ code, terms }, { code: 1, terms: [] });
    });

    it('ends with 1 when nothing goes by that name, and names what is near', async function () {
        const { code, terms, nearest } = await json('methotrexxat');
        assert.deepEqual({ code, terms }, { code: 1, terms: [] });
        assert.equal(nearest[0]?.term, 'methotrexate');
        assert.deepEqual(await crit('terms', 'qqzzqq'), { code: 1, out: '', err: "crit: no term goes by the name 'qqzzqq'.\n" });
    });

    it('finds names that hold the words', async function () {
        const { nearest } = await json('autoimmune');
        assert.ok(nearest.some(({ name }) => name.includes('autoimmune')));
    });

    for (const query of ['__proto__', 'constructor', 'toString', '\u001b[31mred', '\u202elupus', 'x'.repeat(100_000)]) {
        it(`takes ${JSON.stringify(query.slice(0, 20))} for a name that nobody knows`, async function () {
            const { code, out, err } = await crit('terms', query);
            assert.equal(code, 1);
            assert.doesNotMatch(out + err, /[\u001b\u202e]/);
        });
    }
});
