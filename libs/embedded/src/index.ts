export { type Cluster, findCluster, startCluster } from './cluster.js';
export { EmbeddedPostgresError } from './error.js';
export { ClusterClaimedError, stopUnclaimed } from './claim.js';
export { type Supervision, SupervisedCluster } from './supervision.js';
