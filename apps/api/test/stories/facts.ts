import { CHONGQING_INNOVATION } from './chongqing-innovation.facts.js';
import type { Fact } from './fact.js';
import { GUIYANG_NAPLES_ROME } from './guiyang-naples-rome.facts.js';
import { PUTUO_KUNSHAN_CHANGSHU } from './putuo-kunshan-changshu.facts.js';
import type { Story } from './stories.js';
import { TURIN_BEIJING } from './turin-beijing.facts.js';
import { YANGTZE_DELTA_SUMMIT } from './yangtze-delta-summit.facts.js';

/** What each story says. */
export const FACTS: Readonly<Record<Story, readonly Fact[]>> = {
  'turin-beijing': TURIN_BEIJING,
  'guiyang-naples-rome': GUIYANG_NAPLES_ROME,
  'putuo-kunshan-changshu': PUTUO_KUNSHAN_CHANGSHU,
  'yangtze-delta-summit': YANGTZE_DELTA_SUMMIT,
  'chongqing-innovation': CHONGQING_INNOVATION,
};
