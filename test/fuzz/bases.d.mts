export declare const FORMATS: readonly string[];
