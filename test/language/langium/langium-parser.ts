// Langium's own parser and lexer for the grammar: the oracle of ours. They are exact and slow, and nothing else uses them.
import { CritGeneratedModule, CritGeneratedSharedModule } from '@crit-lang/language/generated/module.js';
import type { AstNode, LangiumCoreServices } from 'langium';
import { createDefaultCoreModule, createDefaultSharedCoreModule, EmptyFileSystem, inject } from 'langium';
import { GrammarLexer } from './lexer.js';
import { GrammarTokens } from './token-builder.js';
import { GrammarValues } from './value-converter.js';

const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), CritGeneratedSharedModule);
const services: LangiumCoreServices = inject(createDefaultCoreModule({ shared }), CritGeneratedModule, {
    parser: {
        Lexer: (each: LangiumCoreServices) => new GrammarLexer(each),
        TokenBuilder: () => new GrammarTokens(),
        ValueConverter: () => new GrammarValues(),
    },
});
shared.ServiceRegistry.register(services);

/** The syntax tree as Langium reads it; undefined when it finds an error. */
export function langiumTree(text: string): AstNode | undefined {
    const { value, lexerErrors, parserErrors } = services.parser.LangiumParser.parse(text);
    return lexerErrors.length + parserErrors.length > 0 ? undefined : value;
}

/** Tokens as 'TYPE offset image', blanks and comments apart. */
export function langiumTokens(text: string): string[] {
    return services.parser.Lexer.tokenize(text).tokens.map(({ tokenType, startOffset, image }) => `${tokenType.name} ${startOffset} ${image}`);
}
