// syntax-error: the text cannot be read as Crit at a place; what stands after it is still read.
import type { DiagnosticCollector } from '../diagnostics/collector.js';
import type { BraceFault } from '../syntax/brace-repair.js';
import type { MisspeltStatement } from '../syntax/misspelt-statements.js';
import type { ReservedIdentifier } from '../syntax/reserved-identifiers.js';
import type { SyntaxFault } from '../syntax/parser/fault-log.js';
import type { Token } from '../syntax/parser/token.js';
import { endOf } from '../syntax/parser/token.js';
import type { SourceText } from '../syntax/source-text.js';
import { explainBrace, explainFault } from '../syntax/messages/explain.js';
import { explainMisspelt, explainReservedIdentifier } from '../syntax/messages/headers.js';
import { andOr, capitalJoiner } from '../syntax/messages/lines.js';
import { TOO_MANY_INSIDE_EACH_OTHER } from './nested-too-deep.js';

/** Words in an order that the language does not have, and characters that mean nothing. */
export function reportSyntaxFault(source: SourceText, tokens: readonly Token[], fault: SyntaxFault, diagnostics: DiagnosticCollector): void {
    if (fault.tooDeep) {
        const token = tokens[fault.token] as Token;
        diagnostics.report('nested-too-deep', { message: TOO_MANY_INSIDE_EACH_OTHER, range: source.range(token.startOffset, endOf(token)) });
    } else {
        diagnostics.report('syntax-error', explainFault(fault, tokens, source));
    }
}

/** A statement whose first word is not spelt as the language spells it. */
export function reportMisspelt(source: SourceText, statement: MisspeltStatement, diagnostics: DiagnosticCollector): void {
    diagnostics.report('syntax-error', explainMisspelt(statement, source));
}

/** A word of the language where an identifier is needed. */
export function reportReservedIdentifier(source: SourceText, identifier: ReservedIdentifier, diagnostics: DiagnosticCollector): void {
    diagnostics.report('syntax-error', explainReservedIdentifier(identifier, source));
}

/** Braces that are missing or too much. */
export function reportBrace(source: SourceText, fault: BraceFault, diagnostics: DiagnosticCollector): void {
    diagnostics.report('syntax-error', explainBrace(fault, source));
}

/** 'and/or', AND and OR, which would be read as parts of a name. */
export function reportJoiningWords(source: SourceText, tokens: readonly Token[], diagnostics: DiagnosticCollector): void {
    for (const [index, token] of tokens.entries()) {
        if (token.tokenType.name !== 'ID') continue;
        const found = andOr(token, source) ?? capitalJoiner(tokens, index, source);
        if (found !== undefined) diagnostics.report('syntax-error', found);
    }
}
