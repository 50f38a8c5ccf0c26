// Where a text names something that has a page: the trial in its registry, codes in their terminologies, imported files.
import type { ParsedFile } from '@crit-lang/language/resolve/parsed-file.js';
import { propertyPlace } from '@crit-lang/language/syntax/parser/syntax-place.js';
import { endOf } from '@crit-lang/language/syntax/parser/token.js';
import type { DocumentLink } from 'vscode-languageserver-types';
import type { Workspace } from '../workspace/workspace.js';
import { rangeBetween } from './ranges.js';

interface Terminology {
    title: string;
    /** The official browser's page of a code. */
    page: (code: string) => string;
}

const TERMINOLOGIES: ReadonlyMap<string, Terminology> = new Map([
    ['mesh', { title: 'MeSH', page: (code) => `https://meshb.nlm.nih.gov/record/ui?ui=${code}` }],
    ['icd10cm', { title: 'ICD-10-CM', page: (code) => `https://icd10cmtool.cdc.gov/?fy=FY2026&query=${code}` }],
    ['loinc', { title: 'LOINC', page: (code) => `https://loinc.org/${code}` }],
    ['rxnorm', { title: 'RxNorm', page: (code) => `https://mor.nlm.nih.gov/RxNav/search?searchBy=RXCUI&searchTerm=${code}` }],
    ['doid', { title: 'Disease Ontology', page: (code) => `https://disease-ontology.org/?id=DOID:${code}` }],
]);

const TRIAL = /\bNCT\d{8}\b/g;
const TRIAL_IN: ReadonlySet<string> = new Set(['ID', 'STRING', 'LINE_COMMENT', 'BLOCK_COMMENT']);

/** The links of a file, in the order of the text. */
export function documentLinks(workspace: Workspace, uri: string): DocumentLink[] {
    const file = workspace.parsed(uri);
    if (file === undefined) return [];
    const links = [...trials(file), ...codes(file), ...imports(workspace, file)];
    return links.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}

function trials(file: ParsedFile): DocumentLink[] {
    return [...file.tokens, ...file.comments]
        .filter(({ tokenType }) => TRIAL_IN.has(tokenType.name))
        .flatMap(({ image, startOffset }) =>
            [...image.matchAll(TRIAL)].map(({ 0: number, index }) => ({
                range: rangeBetween(file.source, { start: startOffset + index, end: startOffset + index + number.length }),
                target: `https://clinicaltrials.gov/study/${number}`,
                tooltip: `${number} at ClinicalTrials.gov`,
            })),
        );
}

function codes(file: ParsedFile): DocumentLink[] {
    return file.tokens.flatMap((token): DocumentLink[] => {
        if (token.tokenType.name !== 'CODE') return [];
        const [system = '', code = ''] = token.image.split(':');
        const terminology = TERMINOLOGIES.get(system);
        if (terminology === undefined) return [];
        const range = rangeBetween(file.source, { start: token.startOffset, end: endOf(token) });
        return [{ range, target: terminology.page(encodeURIComponent(code)), tooltip: `${code} in ${terminology.title}` }];
    });
}

function imports(workspace: Workspace, file: ParsedFile): DocumentLink[] {
    return file.symbols.imports.flatMap((node) => {
        // After error recovery the path may be missing.
        const { path } = node as { path?: string };
        const place = propertyPlace(node, 'path');
        const target = path === undefined ? undefined : workspace.importedFile(file.source.path, path);
        if (target === undefined || place === undefined) return [];
        return [{ range: rangeBetween(file.source, { start: place.offset + 1, end: place.end - 1 }), target, tooltip: 'The imported file' }];
    });
}
