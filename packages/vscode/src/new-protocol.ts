// Begins a new protocol: a small, complete file with places to fill in.
import { SnippetString, window, workspace } from 'vscode';

/** What a new file holds; the numbers are the places that Tab goes through. */
const PROTOCOL = [
    'protocol ${1:TRIAL-1} "${2:Title of the trial}" {',
    '  version "1.0"',
    '  age from ${3:18} years to ${4:75} years',
    '  sex ${5|all,female,male|}',
    '  healthy volunteers no',
    '  timeline consent, screening, baseline',
    '  assessed screening',
    '}',
    '',
    'cohort ${6:MAIN} "${7:Name of the group}" with ${8:rheumatoid arthritis}',
    '',
    'include I-1 "Diagnosis" {',
    '  diagnosed with ${8} for at least 6 months',
    '}',
    '',
    'include I-2 "Kidney function" {',
    '  creatinine <= 1.5 x ULN',
    '}',
    '',
    'exclude E-1 "Infection" {',
    '  has any of { HIV infection, hepatitis B, hepatitis C }',
    '}',
    '$0',
].join('\n');

/** Opens an untitled file with a protocol to fill in. */
export async function newProtocol(): Promise<void> {
    const document = await workspace.openTextDocument({ language: 'crit' });
    const editor = await window.showTextDocument(document);
    await editor.insertSnippet(new SnippetString(PROTOCOL));
}
