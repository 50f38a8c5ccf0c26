// The pages of the diagnostics (docs/diagnostics), which the command line carries along.
import pages from './generated/diagnostic-pages.json' with { type: 'json' };

const PAGES: ReadonlyMap<string, string> = new Map(Object.entries(pages));

/** The page of a diagnostic in Markdown; null when there is none. */
export function diagnosticPage(name: string): string | null {
    return PAGES.get(name) ?? null;
}
