// Links to trials, codes and imported files.
import assert from 'node:assert/strict';
import { documentLinks } from '@crit-lang/server/features/document-links.js';
import { openedFile } from './opened-file.js';

describe('document links', function () {
    it('lead to the trial in its registry, wherever its number stands', function () {
        const { workspace, uri, text } = openedFile(
            '// After NCT05869955 and NCT00000001.\nprotocol P {\n  registry NCT05869955\n  note "see NCT00000001"\n}\n',
        );
        const lines = text.split('\n');
        assert.deepEqual(
            documentLinks(workspace, uri).map(({ range, target }) => [lines[range.start.line]?.slice(range.start.character, range.end.character), target]),
            ['NCT05869955', 'NCT00000001', 'NCT05869955', 'NCT00000001'].map((number) => [number, `https://clinicaltrials.gov/study/${number}`]),
        );
    });

    it('lead to codes in the official browsers, and not for systems that have none here', function () {
        const { workspace, uri } = openedFile('condition x { codes mesh:D008180, icd10cm:M32, loinc:2160-0, rxnorm:6851, doid:9074, snomed:55464009 }\n');
        assert.deepEqual(
            documentLinks(workspace, uri).map(({ target, tooltip }) => `${tooltip ?? ''}: ${target ?? ''}`),
            [
                'D008180 in MeSH: https://meshb.nlm.nih.gov/record/ui?ui=D008180',
                'M32 in ICD-10-CM: https://icd10cmtool.cdc.gov/?fy=FY2026&query=M32',
                '2160-0 in LOINC: https://loinc.org/2160-0',
                '6851 in RxNorm: https://mor.nlm.nih.gov/RxNav/search?searchBy=RXCUI&searchTerm=6851',
                '9074 in Disease Ontology: https://disease-ontology.org/?id=DOID:9074',
            ],
        );
    });

    it('lead to imported files that are there', function () {
        const { workspace, uri } = openedFile('import "terms.crit"\nimport "missing.crit"\n', { 'terms.crit': '' });
        assert.deepEqual(documentLinks(workspace, uri), [
            { range: { start: { line: 0, character: 8 }, end: { line: 0, character: 18 } }, target: 'file:///trial/terms.crit', tooltip: 'The imported file' },
        ]);
    });
});
