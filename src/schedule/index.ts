export {
  type Ability,
  type AbilityMethod,
  type AbilityOptions,
  estimateAbility,
  type ItemResponse,
} from './ability.js'
export {
  type AdaptiveOptions,
  abilityIn,
  adaptive,
  type StopReason,
  type StopRules,
  stopReason,
} from './adaptive.js'
export { type Candidate, type ChooseOptions, chooseNext, type Exposure } from './choose.js'
export {
  type Curve,
  curveAt,
  type ItemParameters,
  informationAt,
  type TestInformation,
  testInformationAt,
} from './irt.js'
export { parametersOf } from './parameters.js'
export { type WeakSpotOptions, weakSpots } from './weak-spots.js'
