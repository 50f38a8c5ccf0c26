// Registers the requests of our own; docs/editor/README.md describes them.
import type { CompareRequest } from '../features/compare.js';
import { compareWith } from '../features/compare.js';
import type { GenerateRequest } from '../features/generate.js';
import { generate } from '../features/generate.js';
import { patientCases, runPatientCases } from '../features/patient-cases.js';
import type { PreviewRequest } from '../features/preview.js';
import { previewOf } from '../features/preview.js';
import { listedTerms } from '../features/listed-terms.js';
import { protocolOutline } from '../features/protocol-outline.js';
import { vocabularyText } from '../features/vocabulary-document.js';
import type { Session } from './session.js';

/** A generated text, a document of the shipped vocabulary, the status of a file (told as a notification too), a patient who qualifies. */
export const GENERATE_REQUEST = 'crit/generate';
export const VOCABULARY_REQUEST = 'crit/vocabularyText';
export const STATUS = 'crit/status';
export const WITNESS_REQUEST = 'crit/witness';
/** The tree of cohorts and criteria, the patient cases and what comes of running them, what is shown beside the text, what changed from another version. */
export const OUTLINE_REQUEST = 'crit/outline';
export const PATIENT_CASES_REQUEST = 'crit/patientCases';
export const RUN_PATIENT_CASE_REQUEST = 'crit/runPatientCase';
export const PREVIEW_REQUEST = 'crit/preview';
export const COMPARE_REQUEST = 'crit/compare';

/** The terms that a file can name. */
export const TERMS_REQUEST = 'crit/terms';

const DEFECT = { problem: 'Crit met a defect; see the output of the language server.' };

interface OfFile {
    uri: string;
}

export function answerOwnRequests({ connection, workspace, analysed, answering, statusOf }: Session): void {
    connection.onRequest(
        STATUS,
        answering.now('status', null, ({ uri }: OfFile) => statusOf(uri)),
    );
    connection.onRequest(
        WITNESS_REQUEST,
        answering.later('witness', DEFECT, ({ uri, cohort }: OfFile & { cohort: string }) => analysed.witness(uri, cohort)),
    );
    connection.onRequest(
        GENERATE_REQUEST,
        answering.now('generate', DEFECT, (request: GenerateRequest) => generate(workspace, request)),
    );
    connection.onRequest(
        OUTLINE_REQUEST,
        answering.now('tree', null, ({ uri }: OfFile) => protocolOutline(workspace, uri, analysed)),
    );
    connection.onRequest(
        PATIENT_CASES_REQUEST,
        answering.now('patient cases', [], ({ uri }: OfFile) => patientCases(workspace, uri)),
    );
    connection.onRequest(
        RUN_PATIENT_CASE_REQUEST,
        answering.later('patient case', DEFECT, ({ uri, title = null }: OfFile & { title?: string | null }) =>
            runPatientCases(workspace, uri, title, analysed),
        ),
    );
    connection.onRequest(
        PREVIEW_REQUEST,
        answering.now('preview', DEFECT, (request: PreviewRequest) => previewOf(workspace, request, analysed)),
    );
    connection.onRequest(
        COMPARE_REQUEST,
        answering.later('comparison', DEFECT, (request: CompareRequest) => compareWith(workspace, request, analysed)),
    );
    connection.onRequest(
        TERMS_REQUEST,
        answering.now('terms', [], ({ uri }: OfFile) => listedTerms(workspace, uri)),
    );
    connection.onRequest(
        VOCABULARY_REQUEST,
        answering.now('vocabulary', null, ({ uri }: OfFile) => vocabularyText(uri)),
    );
}
