// A document carries every term and relation that its rules can bear on, and no others.
import assert from 'node:assert/strict';
import { compile } from '@crit-lang/language/compile.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';

function documentOf(text: string) {
    const { document, diagnostics } = compile(parseFile('example.crit', text));
    assert.deepEqual(
        diagnostics.filter(({ severity }) => severity === 'error'),
        [],
    );
    const ids = document.terms.map(({ id }) => id);
    const order = document.relations.flatMap((relation) => (relation.kind === 'order' ? [`${relation.lower} ${relation.operator} ${relation.upper}`] : []));
    const implied = document.relations.flatMap((relation) => (relation.kind === 'implies' ? [`${relation.term} implies ${relation.implied}`] : []));
    const disjoint = document.relations.flatMap((relation) => (relation.kind === 'disjoint' ? [relation.terms.join(', ')] : []));
    return { ids, order, implied, disjoint };
}

describe('terms of a document', function () {
    it('include those between two of its terms in an order', function () {
        const { ids, order } = documentOf('include A {\n  CD4 count >= 200 /uL\n  WBC < 3 x10^9/L\n}\n');
        assert.ok(ids.includes('lymphocyte count'));
        assert.deepEqual(order, ['lymphocyte count <= WBC', 'CD4 count <= lymphocyte count']);
    });

    it('include no others of the order', function () {
        const { ids, order } = documentOf('include A {\n  CD4 count >= 200 /uL\n  CD8 count >= 100 /uL\n}\n');
        assert.ok(!ids.includes('lymphocyte count') && !ids.includes('WBC'));
        assert.deepEqual(order, []);
    });

    it('follow an order of the author, circles included', function () {
        const declared =
            'lab first { unit mg/L }\nlab second { unit mg/L }\nlab third { unit mg/L }\ndeclare first <= second\ndeclare second < third\ndeclare third <= first\n';
        const { order } = documentOf(`${declared}include A {\n  first > 1 mg/L\n  third > 2 mg/L\n}\n`);
        assert.deepEqual(order, ['first <= second', 'second < third', 'third <= first']);
    });

    it('include what its terms imply, and what that implies, with its classes', function () {
        const declared = 'condition first\ncondition second\ncondition third {\n  is a fourth\n}\ncondition fourth {\n  implies fifth\n}\ncondition fifth\n';
        const { ids, implied } = documentOf(`${declared}declare first implies second\ndeclare second implies third\ninclude A {\n  has first\n}\n`);
        assert.deepEqual(ids, ['fifth', 'first', 'fourth', 'second', 'third']);
        assert.deepEqual(implied.sort(), ['first implies second', 'fourth implies fifth', 'second implies third']);
    });

    it('keep of several disjoint terms those that it has', function () {
        const declared = 'condition first\ncondition second\ncondition third\ndeclare disjoint first, second, third\n';
        assert.deepEqual(documentOf(`${declared}include A {\n  has first\n  not has second\n}\n`).disjoint, ['first, second']);
        assert.deepEqual(documentOf(`${declared}include A {\n  has first\n}\n`).disjoint, []);
    });

    it('are gathered once for texts that name and declare the same', function () {
        const termsOf = (text: string) => compile(parseFile('example.crit', text)).document.terms;
        const text = 'condition first\ninclude A {\n  has first\n  creatinine < 2 mg/dL\n}\n';
        const terms = termsOf(text);
        assert.equal(termsOf(text.replace('2 mg', '3 mg')), terms);
        for (const other of [
            text.replace('creatinine < 2 mg/dL', 'has lupus'),
            text.replace('condition first', 'condition first {\n  is a lupus\n}'),
            text.replace('include', 'declare first is a lupus\ninclude'),
            text.replace('include', 'declare first implies lupus\ninclude'),
        ])
            assert.notDeepEqual(termsOf(other), terms, other);
    });
});
