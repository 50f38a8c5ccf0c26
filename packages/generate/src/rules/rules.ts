// JSON rules: the criteria model itself, as a document of its published JSON Schema.
import { MODEL_SCHEMA } from '@crit-lang/model/criteria/document.js';
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';
import { forCohort } from '../registry/cohort-document.js';
import { outputName } from '../registry/output-name.js';
import type { Target } from '../target.js';
import { MODEL_STYLE, canonicalJson } from './canonical-json.js';

export const rulesTarget: Target = {
    id: 'rules',
    description: 'JSON rules: the criteria model, as its JSON Schema describes it',
    fileExtension: '.json',
    mediaType: 'application/json',
    generate(document, options) {
        const { document: chosen, notes } = forCohort(document, options.cohort);
        return { files: [{ path: outputName(document, 'rules', '.json'), text: rulesText(chosen) }], notes };
    },
};

/** The document as JSON text; reading it back gives the same document, with `$schema` set. */
export function rulesText(document: CriteriaDocument): string {
    return canonicalJson({ ...document, $schema: MODEL_SCHEMA }, MODEL_STYLE);
}
