import { walkRoads } from './people/roads.ts';

walkRoads([1, 2, 3, 4, 5, 6, 7, 8]);
