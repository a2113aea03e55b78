import { vi } from '../../../language/pattern.ts';

/** "Nghị quyết về nhiệm vụ năm 2026 với 20 chỉ tiêu chủ yếu là: …": the time in a plan's name is that of the aims it is told to have. */
export const WITH_AIMS = vi`^[\s,]*(trong đó[\s,]*)?(với|gồm|có|đề ra|đặt ra|xác định) (các|một số|những|tổng số|tổng cộng)? (\d{1,3}|hệ thống|nhóm)? (nhóm)? (chỉ tiêu|mục tiêu)(?!\p{L})`;
