// Escapes what CommonMark would read as markup; the registry's JSON carries its long texts in CommonMark.

/** Text that shows as it is written: emphasis, code, links, HTML and character references lose their meaning, ordinary signs (<, >, ^) stay. */
export function escapeCommonMark(text: string): string {
    return text
        .replace(/[\\`*[\]]/gu, '\\$&')
        .replace(/(^|[^\p{L}\p{N}])_|_(?=$|[^\p{L}\p{N}])/gu, (match) => match.replace('_', '\\_'))
        .replace(/<(?=[A-Za-z/!?])/gu, '\\<')
        .replace(/&(?=#?\w+;)/gu, '\\&')
        .replace(/^(?:[#>+~-]|=(?==))/u, '\\$&')
        .replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2');
}
