export { readAgencyList } from './agency-list.ts';
