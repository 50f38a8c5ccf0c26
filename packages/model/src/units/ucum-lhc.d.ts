// The part of @lhncbc/ucum-lhc 7.1.9 that Crit uses; the package ships no types (read in its source/ucumLhcUtils.js and source/unit.js).
declare module '@lhncbc/ucum-lhc' {
    interface LhcUnit {
        readonly csCode_: string;
        readonly magnitude_: number;
        readonly dim_: { readonly dimVec_: readonly number[] | null } | null;
    }
    interface LhcSpecifiedUnit {
        /** Null when the code is invalid. */
        readonly unit: LhcUnit | null;
        /** The code it settled on: another one than was asked when it took the text for a unit's name. */
        readonly origString?: string;
        readonly retMsg: readonly string[];
    }
    interface LhcUtils {
        getSpecifiedUnit(code: string, purpose: 'validate' | 'convert', suggest?: boolean): LhcSpecifiedUnit;
    }
    const ucum: { readonly UcumLhcUtils: { getInstance(): LhcUtils } };
    export default ucum;
}
