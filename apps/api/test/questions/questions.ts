import type { Story } from '../stories/stories.js';
import { CHONGQING_INNOVATION } from './chongqing-innovation.questions.js';
import { GUIYANG_NAPLES_ROME } from './guiyang-naples-rome.questions.js';
import { PUTUO_KUNSHAN_CHANGSHU } from './putuo-kunshan-changshu.questions.js';
import type { Question } from './question.js';
import { TURIN_BEIJING } from './turin-beijing.questions.js';
import { YANGTZE_DELTA_SUMMIT } from './yangtze-delta-summit.questions.js';

/** What is asked about each story. */
export const QUESTIONS: Readonly<Record<Story, readonly Question[]>> = {
  'turin-beijing': TURIN_BEIJING,
  'guiyang-naples-rome': GUIYANG_NAPLES_ROME,
  'putuo-kunshan-changshu': PUTUO_KUNSHAN_CHANGSHU,
  'yangtze-delta-summit': YANGTZE_DELTA_SUMMIT,
  'chongqing-innovation': CHONGQING_INNOVATION,
};
