// Damages the examples in one place at a time and shows that every other criterion is read as before, with few errors.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import type { AstNode } from 'langium';
import type { ParsedFile } from '@crit-lang/language/resolve/parsed-file.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { inRoot } from '../support/repository.js';

interface Damage {
    kind: 'a line cut' | 'a brace dropped' | 'a word too many' | 'a quote lost';
    start: number;
    end: number;
    newText: string;
}

/** Errors that one slip may cause on average, and at most. */
const ALLOWED = { average: 1.35, most: 6 };

const examples = fs.readdirSync(inRoot('examples')).filter((name) => name.endsWith('.crit'));

describe('recovery', function () {
    this.timeout(240_000);
    for (const name of examples) {
        const text = fs.readFileSync(inRoot('examples', name), 'utf8');
        const whole = criteriaOf(parseFile(name, text));
        for (const [kind, damages] of Object.entries(damagesOf(name, text))) {
            it(`${name}: every other criterion survives ${kind}`, function () {
                let errors = 0;
                for (const damage of damages) {
                    const parsed = parseFile(name, text.slice(0, damage.start) + damage.newText + text.slice(damage.end));
                    const where = `line ${text.slice(0, damage.start).split('\n').length}, ${JSON.stringify(text.slice(damage.start, damage.end) || damage.newText)}`;
                    const read = new Map(criteriaOf(parsed).map((criterion) => [criterion.id, criterion]));
                    for (const criterion of whole) {
                        if (criterion.start < damage.end && damage.start < criterion.end) continue;
                        const found = read.get(criterion.id);
                        assert.ok(found !== undefined, `${criterion.id} is lost after ${where}`);
                        assert.equal(found.content, criterion.content, `${criterion.id} is read otherwise after ${where}`);
                        if (!touchesSection(text, damage))
                            assert.deepEqual(found.cohorts, criterion.cohorts, `${criterion.id} has left its section after ${where}`);
                    }
                    const count = parsed.syntaxDiagnostics.length;
                    assert.ok(count <= ALLOWED.most, `${count} errors after ${where}`);
                    errors += count;
                }
                assert.ok(errors <= ALLOWED.average * damages.length, `${errors} errors in ${damages.length} damaged texts`);
            });
        }
    }
});

/** What a criterion says, without its places. */
function criteriaOf(file: ParsedFile): { id: string; content: string; cohorts: string[]; start: number; end: number }[] {
    return file.symbols.criteria.map(({ node, sectionCohorts }) => {
        const place = (node as AstNode).$cstNode;
        return {
            id: node.name,
            content: JSON.stringify(node, (key, value: unknown) => (key.startsWith('$') && key !== '$type' ? undefined : value)),
            cohorts: sectionCohorts,
            start: place?.offset ?? 0,
            end: place?.end ?? 0,
        };
    });
}

function damagesOf(name: string, text: string): Record<Damage['kind'], Damage[]> {
    const tokens = parseFile(name, text).tokens.filter(({ image }) => image !== '');
    const lines: Damage[] = [];
    let offset = 0;
    for (const line of text.split('\n')) {
        const end = Math.min(offset + line.length + 1, text.length);
        if (/^\s*[^\s/]/.test(line)) lines.push({ kind: 'a line cut', start: offset, end, newText: '' });
        offset = end;
    }
    // Every word of Breakfree-1, and a sample of the others.
    const every = name === 'breakfree-1.crit' ? 1 : 5;
    return {
        'a line cut': lines,
        'a brace dropped': tokens
            .filter(({ image }) => image === '{' || image === '}')
            .map(({ startOffset }) => ({ kind: 'a brace dropped', start: startOffset, end: startOffset + 1, newText: '' })),
        'a word too many': tokens
            .filter((_, index) => index % every === 0)
            .map(({ startOffset }) => ({ kind: 'a word too many', start: startOffset, end: startOffset, newText: 'another ' })),
        'a quote lost': [...text.matchAll(/["']/g)].map(({ index }) => ({ kind: 'a quote lost', start: index, end: index + 1, newText: '' })),
    };
}

/** Without its first line a section cannot be told from the one before. */
function touchesSection(text: string, { start, end }: Damage): boolean {
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    return text.startsWith('for ', lineStart) && end >= lineStart;
}
