// The list of generated files that are committed. Each entry can write its files below any folder, which is how `npm test` compares them with what is committed.
import { corporaArtifact } from './corpora.mjs';
import { diagnosticIndexArtifact } from './diagnostic-index.mjs';
import { diagnosticPagesArtifact } from './diagnostic-pages.mjs';
import { langiumArtifact } from './langium.mjs';
import { noticesArtifact } from './notices.mjs';
import { vocabularyArtifact } from './vocabulary.mjs';

/**
 * name:        what `npm run regenerate NAME` calls it.
 * paths:       the files and folders that belong to it, relative to the top folder; nothing else may stand in these folders.
 * needsBuild:  whether it runs compiled code of ours, so that the packages are compiled first.
 * write(out):  writes the files below the folder `out`, under the same relative paths. Throws an error with a sentence for the user.
 */
export const artifacts = [langiumArtifact, vocabularyArtifact, diagnosticIndexArtifact, diagnosticPagesArtifact, noticesArtifact, corporaArtifact];
