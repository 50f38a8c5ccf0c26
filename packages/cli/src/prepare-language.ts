// Makes the parser, the vocabulary, the checks, the analysis and their report ready by using them once, so that the start-up snapshot holds them warm.
import { DOCUMENT_CHECKS } from '@crit-lang/generate/document-checks.js';
import { checkFurther } from '@crit-lang/language/check-further.js';
import { compile } from '@crit-lang/language/compile.js';
import { parseFile } from '@crit-lang/language/resolve/parsed-file.js';
import { analysed } from './reports/analysed.js';
import { writeFindings, writeSummary } from './reports/check-human.js';
import type { Output } from './terminal/terminal.js';
import { WARM_UP_SAMPLE } from './warm-up-sample.js';

/** Checks a sample that uses most constructs, and writes what was found to `nowhere`. */
export function prepareLanguage(nowhere: Output): void {
    const path = 'sample.crit';
    const compiled = checkFurther(compile(parseFile(path, WARM_UP_SAMPLE)), DOCUMENT_CHECKS);
    const { compilation, analysis } = analysed(compiled);
    const file = { path, readable: true, diagnostics: compilation.diagnostics, files: [path], analysis };
    writeFindings(nowhere, file);
    writeSummary(nowhere, [file]);
}
