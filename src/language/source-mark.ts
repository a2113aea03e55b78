/**
 * The paper or site of which an article is, before a dash at its beginning: "(QNO) - Ngày …", "(GLO)- Năm …", "Laocaitv.vn - Theo …",
 * "Langson.gov.vn: UBND …". Source of a pattern, without its place.
 */
export const SOURCE_MARK = String.raw`(?:\([^()\d\n]{2,40}\)\.?\s{0,2}[-–—]\s{0,2}|\p{L}[\p{L}\d]*(?:\.\p{L}[\p{L}\d]*){1,3}(?:\s{0,2}[-–—]\s{1,2}|:\s))`;
