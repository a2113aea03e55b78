import type { MeasureLevel } from '../model/record.ts';
import type { ComparedTarget } from './plans.ts';

/** What two targets must have alike to be held against each other at all. */
export interface Measure {
  /** Whoever has another one measures something else. */
  readonly frame: string;
  /** Set where it is measured at one level below the province. */
  readonly level: MeasureLevel | null;
  readonly unit: string | null;
}

/**
 * The frame of a target: its unit, whether it is reached or changed by, and the one level below the province it is for.
 * A province's plan means its own level unless it says so; "cấp tỉnh, cấp huyện, cấp xã" together is no single level.
 */
export function measureOf({ quantity, levels, direction, kind }: ComparedTarget): Measure {
  const [only] = levels;
  const level = levels.length === 1 && only !== undefined && only !== 'province' ? only : null;
  const unit = quantity?.unit ?? null;
  const change = direction === 'increase-by' || direction === 'decrease-by' ? direction : '';
  return { frame: [kind, unit ?? '', level ?? '', change].join('|'), level, unit };
}
