// The parameters of a definition while its values are typed.
import assert from 'node:assert/strict';
import { signatureAt } from '@crit-lang/server/features/signature-help.js';
import { openedAfterProtocol } from './opened-file.js';

const DEFINITION = 'define blood count range(low, high) {\n  hemoglobin >= low\n  hemoglobin <= high\n}\n';

/** The signature with the active parameter in brackets. */
function signature(line: string): string | null {
    const { workspace, uri, at } = openedAfterProtocol(`${DEFINITION}include I-9 "Nine" {\n  ${line}\n}\n`);
    const help = signatureAt(workspace, uri, at);
    const [only] = help?.signatures ?? [];
    if (only === undefined) return null;
    const active = only.parameters?.[help?.activeParameter ?? 0]?.label;
    return only.label.replace(new RegExp(`\\b${String(active)}\\b`), `[${String(active)}]`);
}

describe('signature help', function () {
    const cases: [line: string, expected: string | null][] = [
        ['blood count range(|', 'blood count range([low], high)'],
        ['blood count range(8 g/dL|', 'blood count range([low], high)'],
        ['blood count range(8 g/dL, |', 'blood count range(low, [high])'],
        ['blood count range(8 g/dL, 12 g/dL|)', 'blood count range(low, [high])'],
        ['blood count range(8 g/dL, 12 g/dL, |', 'blood count range(low, [high])'],
        ['has stroke or blood count range(|', 'blood count range([low], high)'],
        ['blood count range(8 g/dL, 12 g/dL)|', null],
        ['|blood count range(8 g/dL, 12 g/dL)', null],
        ['BILAG(|', null],
        ['has stroke|', null],
    ];
    for (const [line, expected] of cases) it(`${line} → ${expected ?? 'nothing'}`, () => assert.equal(signature(line), expected));

    it('says what the definition means', function () {
        const { workspace, uri, at } = openedAfterProtocol(`${DEFINITION}include I-9 "Nine" {\n  blood count range(|\n}\n`);
        assert.match(JSON.stringify(signatureAt(workspace, uri, at)?.signatures[0]?.documentation), /hemoglobin/i);
    });
});
