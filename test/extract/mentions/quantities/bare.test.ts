import { foundQuantities } from './cases.ts';

foundQuantities('bare', [['≤ 50 Thế giới', '≤ 50', '<=', 50, null, '']]);
