// The one set of Langium services of the language, made when first needed.
import type { LangiumCoreServices } from 'langium';
import { EmptyFileSystem } from 'langium';
import { createCritServices } from '../crit-module.js';

let services: LangiumCoreServices | undefined;

/** Parser, lexer and grammar; they hold no file and no document. */
export function languageServices(): LangiumCoreServices {
    services ??= createCritServices(EmptyFileSystem).crit;
    return services;
}
