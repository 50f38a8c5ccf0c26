// Shows that what is reported of an example while it is edited, with what earlier analyses found at hand, is what an analysis from scratch reports.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { ComponentCache } from '@crit-lang/analysis/components/component-cache.js';
import { analyse } from '@crit-lang/findings/report.js';
import { compile, isGenerable } from '@crit-lang/language/compile.js';
import { Workspace } from '@crit-lang/language/node/workspace.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { inRoot } from '../../support/repository.js';
import { effort, TIMEOUT } from '../effort.js';
import { RandomSource } from '../random-source.js';
import { randomlyEdited } from './random-edit.js';

const EXAMPLES = fs.readdirSync(inRoot('examples')).filter((name) => name.endsWith('.crit'));

/** Null for a text with errors: it is not analysed. */
type Read = (text: string) => CriteriaDocument | null;

function readerOf(name: string): Read {
    const load = new Workspace(inRoot('examples')).importsOf(name, null);
    return (text) => {
        const compilation = compile(parseFile(name, text), load);
        return isGenerable(compilation) ? compilation.document : null;
    };
}

/** What people see of an analysis. Of patients, whether one is shown: each is as good as another, and all were confirmed. */
function reportOf(document: CriteriaDocument, cache: ComponentCache): unknown {
    const { findings, cohorts, overlaps, notAnalysed, complete } = analyse(document, { cache, witnesses: 'findings' });
    const shown = findings.map(({ name, severity, message, range, criteria, cohorts: concerned, related, verdict, witness, unnecessary }) => {
        return { name, severity, message, range, criteria, concerned, related, verdict, hasWitness: witness !== null, unnecessary };
    });
    return JSON.parse(JSON.stringify({ shown, cohorts, overlaps, notAnalysed, complete }));
}

interface Version {
    readonly text: string;
    readonly document: CriteriaDocument;
}

/** The version before, or one more edit that can be read. */
function nextVersion(history: Version[], read: Read, random: RandomSource): CriteriaDocument {
    const [current, ...earlier] = history as [Version, ...Version[]];
    if (earlier.length > 0 && random.chance(0.25)) {
        history.shift();
        return (history[0] as Version).document;
    }
    for (let attempts = 0; attempts < 50; attempts++) {
        const text = randomlyEdited(current.text, random);
        const document = text === current.text ? null : read(text);
        if (document === null) continue;
        history.unshift({ text, document });
        return document;
    }
    return current.document;
}

describe('the findings of an example that is edited', function () {
    this.timeout(TIMEOUT);
    const total = { edits: 0, changed: 0 };

    for (const name of EXAMPLES) {
        it(`are those of an analysis from scratch: ${name}`, () => {
            for (let seed = 1; seed <= effort(1, 5); seed++) {
                const random = new RandomSource(100 * EXAMPLES.indexOf(name) + seed);
                const [read, cache] = [readerOf(name), new ComponentCache()];
                const text = fs.readFileSync(inRoot('examples', name), 'utf8');
                const history = [{ text, document: read(text) as CriteriaDocument }];
                let before = JSON.stringify(reportOf((history[0] as Version).document, cache));
                for (let edits = 0; edits < effort(3, 20); edits++) {
                    const document = nextVersion(history, read, random);
                    const [kept, scratch] = [cache, new ComponentCache()].map((each) => reportOf(document, each));
                    assert.deepEqual(kept, scratch, `seed ${seed}, edit ${edits}`);
                    cache.forgetUnused();
                    const after = JSON.stringify(scratch);
                    total.edits++;
                    if (after !== before) total.changed++;
                    before = after;
                }
            }
        });
    }

    it('are not always the same', () => assert.ok(total.changed * 5 > total.edits, JSON.stringify(total)));

    after(() => {
        if (process.env['CRIT_ORACLE'] === 'full') console.log(`      ${JSON.stringify(total)}`);
    });
});
