// What `generate` says on standard error: why it refuses, and what is open in what it generates from.
import { DOCUMENT_CHECKS } from '@crit-lang/generate/document-checks.js';
import { checkFurther } from '@crit-lang/language/check-further.js';
import type { Compilation } from '@crit-lang/language/compile.js';
import { compile, isGenerable } from '@crit-lang/language/compile.js';
import type { Diagnostic } from '@crit-lang/language/diagnostics/diagnostic.js';
import type { ImportLoader } from '@crit-lang/language/resolve/imports.js';
import type { GeneratorNote } from '@crit-lang/generate/target.js';
import { Refusal } from '../exit-codes.js';
import type { Session } from '../session.js';
import { countOf } from '../terminal/count-of.js';
import type { Output } from '../terminal/terminal.js';
import { visibleText } from '@crit-lang/findings/print/visible-text.js';
import { wrap } from '../terminal/wrap.js';
import { writeFindings } from './check-human.js';

/**
 * Refuses a file, or an import of it, that does not parse or type-check; its errors go to standard error.
 * @throws Refusal
 */
export function refuseErrors(session: Session, main: Compilation, load: ImportLoader): void {
    const imported = main.files.slice(1).map((file) => compile(file, load));
    const broken = [main, ...imported].filter((compilation) => !isGenerable(compilation));
    for (const compilation of broken) write(session.terminal.err, compilation, (found) => found.severity === 'error');
    const names = broken.map(({ files }) => files[0]?.source.path ?? '');
    if (names.length > 0) throw new Refusal(`nothing was generated: ${names.join(', ')} does not parse or type-check. Correct the errors above first.`);
}

/** Lists the findings that the file still has, and what the generator has to say about its output that is no finding or acknowledged one. */
export function openFindings({ terminal }: Session, compiled: Compilation, notes: readonly GeneratorNote[]): void {
    const { err } = terminal;
    const compilation = checkFurther(compiled, DOCUMENT_CHECKS);
    // A check that looks at a generated text says what the generator says, and more.
    const said = [...compilation.diagnostics, ...compilation.acknowledged];
    const isOpen = ({ severity }: Diagnostic): boolean => severity === 'warning' || severity === 'information';
    write(err, compilation, isOpen);
    const count = compilation.diagnostics.filter(isOpen).length;
    if (count > 0) err.line(`${countOf(count, 'open finding')} in ${compilation.files[0]?.source.path ?? ''}; the output was generated all the same.`);
    for (const note of notes) if (!said.some(({ message }) => message.startsWith(note.message))) writeNote(err, note);
}

function write(err: Output, { files, diagnostics }: Compilation, wanted: (diagnostic: Diagnostic) => boolean): void {
    const names = files.map((file) => file.source.path);
    writeFindings(err, { readable: true, diagnostics: diagnostics.filter(wanted), files: names });
}

function writeNote(err: Output, { name, severity, criterion, message }: GeneratorNote): void {
    const head = criterion === null ? '' : `${criterion}: `;
    const [first = '', ...rest] = wrap(visibleText(`${head}${message} [${name}]`), err.width, '    ', severity.length + 2);
    err.line({ style: severity === 'warning' ? 'yellow' : 'blue', text: severity }, ': ', first);
    for (const line of rest) err.line(line);
}
