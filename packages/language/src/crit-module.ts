// Wires the language's services into Langium: lexer, tokens, values, validation, cross-file dependencies.
import type { DefaultSharedCoreModuleContext, LangiumCoreServices, LangiumSharedCoreServices, Module, PartialLangiumCoreServices } from 'langium';
import { createDefaultCoreModule, createDefaultSharedCoreModule, inject } from 'langium';
import { CritGeneratedModule, CritGeneratedSharedModule } from './generated/module.js';
import { CritLexer } from './syntax/lexer.js';
import { CritTokenBuilder } from './syntax/token-builder.js';
import { CritValueConverter } from './syntax/value-converter.js';

const languageModule: Module<LangiumCoreServices, PartialLangiumCoreServices> = {
    parser: {
        Lexer: (services) => new CritLexer(services),
        TokenBuilder: () => new CritTokenBuilder(),
        ValueConverter: () => new CritValueConverter(),
    },
};

/** Creates the language's services over the given file system; the server and the CLI share them, a browser passes an empty one. */
export function createCritServices(context: DefaultSharedCoreModuleContext): { shared: LangiumSharedCoreServices; crit: LangiumCoreServices } {
    const shared = inject(createDefaultSharedCoreModule(context), CritGeneratedSharedModule);
    const crit = inject(createDefaultCoreModule({ shared }), CritGeneratedModule, languageModule);
    shared.ServiceRegistry.register(crit);
    return { shared, crit };
}
