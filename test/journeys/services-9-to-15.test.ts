import { walkRoads } from './people/roads.ts';

walkRoads([9, 10, 11, 12, 13, 14, 15]);
