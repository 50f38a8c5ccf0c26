// The examples, generated: the recorded outputs are the ones to read when a generator changes.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { compile } from '@crit-lang/language/compile.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { registryJsonTarget } from '@crit-lang/generate/registry-json/registry-json.js';
import { registryTarget, registryText } from '@crit-lang/generate/registry/registry.js';
import { MODEL_STYLE, canonicalJson } from '@crit-lang/generate/rules/canonical-json.js';
import { rulesText } from '@crit-lang/generate/rules/rules.js';
import { expectGolden } from '../support/golden.js';
import { inRoot } from '../support/repository.js';

const examples = fs
    .readdirSync(inRoot('examples'))
    .filter((name) => name.endsWith('.crit') && !name.includes('abstract'))
    .sort();
const validate = new Ajv2020({ strict: true }).compile(
    JSON.parse(fs.readFileSync(inRoot('packages/model/schema/criteria-model.schema.json'), 'utf8')) as object,
);

function documentOf(name: string): CriteriaDocument {
    return compile(parseFile(`examples/${name}`, fs.readFileSync(inRoot('examples', name), 'utf8'))).document;
}

/** As if the author had written no wording: everything is said from the rules. */
function withoutWording(document: CriteriaDocument): CriteriaDocument {
    return { ...document, criteria: document.criteria.map((criterion) => ({ ...criterion, wording: [], short: null })) };
}

for (const name of examples) {
    describe(`examples: ${name}`, () => {
        const base = `generate/${name.replace('.crit', '')}`;
        let document: CriteriaDocument;

        before(function () {
            this.timeout(30_000);
            document = documentOf(name);
        });

        it('gives registry text, from wording and from the rules', () => {
            expectGolden(`${base}.registry.txt`, registryTarget.generate(document, {}).files[0]?.text ?? '');
            expectGolden(`${base}.registry-from-rules.txt`, registryText(withoutWording(document)).text);
        });

        it('gives a study record', () => {
            expectGolden(`${base}.registry.json`, registryJsonTarget.generate(document, {}).files[0]?.text ?? '');
        });

        it('gives rules that fit the schema', () => {
            assert.ok(validate(JSON.parse(rulesText(document))), JSON.stringify(validate.errors?.slice(-2)));
            // The embedded vocabulary is most of the file and changes with every term: the record shows which terms, not what they say.
            const { terms, ...rest } = document;
            expectGolden(`${base}.rules-without-terms.json`, canonicalJson({ ...rest, files: [], terms: terms.map((term) => term.id) }, MODEL_STYLE));
        });
    });
}
