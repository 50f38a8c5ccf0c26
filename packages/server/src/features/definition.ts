// Where what stands at a place is declared: in a file, or for shipped terms in the vocabulary's documents.
import type { LocationLink, Position } from 'vscode-languageserver-types';
import { declarationsOf } from '../places/declared-at.js';
import { placeAt } from '../places/place-at.js';
import type { Referent } from '../places/referent.js';
import { referentOf } from '../places/referent.js';
import type { Workspace } from '../workspace/workspace.js';
import { rangeBetween } from './ranges.js';
import { vocabularyPlace } from './vocabulary-document.js';

/** The declarations of the name at a position, each with the whole declaration and the name in it. An import leads to its file. */
export function definitionAt(workspace: Workspace, uri: string, position: Position): LocationLink[] {
    const compilation = workspace.compilation(uri);
    const main = compilation?.files[0];
    if (compilation === undefined || main === undefined) return [];
    const place = placeAt(main, main.source.offsetAt(position));
    if (place === undefined) return [];
    const originSelectionRange = rangeBetween(main.source, place);
    if (place.node.$type === 'Import') {
        const target = workspace.importedFile(uri, (place.node as { path?: string }).path ?? '');
        const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
        return target === undefined ? [] : [{ originSelectionRange, targetUri: target, targetRange: start, targetSelectionRange: start }];
    }
    const referent = referentOf(place, compilation);
    if (referent === undefined) return [];
    const declared = declarationsOf(referent, compilation).map(({ file, whole, name }) => ({
        originSelectionRange,
        targetUri: file.source.path,
        targetRange: rangeBetween(file.source, whole),
        targetSelectionRange: rangeBetween(file.source, name),
    }));
    return declared.length > 0 ? declared : shippedPlaces(referent).map((target) => ({ originSelectionRange, ...target }));
}

function shippedPlaces(referent: Referent): Pick<LocationLink, 'targetUri' | 'targetRange' | 'targetSelectionRange'>[] {
    const terms =
        referent.kind === 'term' ? referent.hits.map(({ term }) => term) : referent.kind === 'grade' || referent.kind === 'component' ? [referent.scale] : [];
    return terms.flatMap((term) => {
        const place = vocabularyPlace(term);
        return place === null ? [] : [{ targetUri: place.uri, targetRange: place.range, targetSelectionRange: place.nameRange }];
    });
}
