// A file open in a workspace in memory, with places marked by `|` in its text: what the tests of the editor's features stand on.
import { Workspace } from '@crit-lang/server/workspace/workspace.js';
import { memoryFiles } from '@crit-lang/server/workspace/memory-files.js';
import type { Position } from 'vscode-languageserver-types';

export const FOLDER = 'file:///trial';
export const URI = `${FOLDER}/trial.crit`;

/** A small protocol: two cohorts, a timeline, a definition and two criteria. */
export const PROTOCOL = `protocol Trial "A trial" {
  age from 18 years
  timeline consent, screening, leukapheresis, infusion
  assessed screening
}

cohort SLE "Systemic lupus erythematosus" with SLE
cohort RA "Rheumatoid arthritis" with rheumatoid arthritis

define progressive ILD {
  has interstitial lung disease
  statement "The interstitial lung disease is progressive"
}

include I-1 "Kidney function" {
  creatinine <= 1.5 mg/dL
}

exclude E-1 "Stroke" for SLE {
  had stroke within 6 months before screening
}
`;

export interface Opened {
    workspace: Workspace;
    uri: string;
    text: string;
    /** The marked places, in the order of the text. */
    positions: Position[];
    /** The first marked place. */
    at: Position;
}

/** Opens the protocol with more text after it. */
export const openedAfterProtocol = (marked: string): Opened => openedFile(`${PROTOCOL}\n${marked}`);

/** Opens a text in a folder that holds other files too, by name. */
export function openedFile(marked: string, others: Readonly<Record<string, string>> = {}): Opened {
    const parts = marked.split('|');
    const text = parts.join('');
    const files = new Map(Object.entries(others).map(([name, content]) => [`${FOLDER}/${name}`, content]));
    const workspace = new Workspace(memoryFiles(files));
    workspace.addFolder(FOLDER);
    workspace.readFolder(FOLDER);
    workspace.setOpenText(URI, text, 1);
    let offset = 0;
    const positions = parts.slice(0, -1).map((part) => {
        offset += part.length;
        return workspace.sourceText(URI)?.positionAt(offset) ?? { line: 0, character: 0 };
    });
    return { workspace, uri: URI, text, positions, at: positions[0] ?? { line: 0, character: 0 } };
}

/** The text after edits, applied from the end so that places stay right. */
export function withEdits(text: string, edits: readonly { range: { start: Position; end: Position }; newText: string }[]): string {
    const lines = text.split('\n');
    const offsetOf = ({ line, character }: Position): number => lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
    const ordered = [...edits].sort((a, b) => offsetOf(b.range.start) - offsetOf(a.range.start));
    return ordered.reduce((result, { range, newText }) => result.slice(0, offsetOf(range.start)) + newText + result.slice(offsetOf(range.end)), text);
}
