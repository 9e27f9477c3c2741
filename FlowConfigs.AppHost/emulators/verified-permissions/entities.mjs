// From the service's way of writing entities to Cedar's.
// https://docs.aws.amazon.com/verifiedpermissions/latest/apireference/API_AttributeValue.html
import { invalid } from './aws-error.mjs';

export function uidOf({ entityType, entityId }) {
  return { type: entityType, id: entityId };
}

export function entitiesOf(entities) {
  return (entities?.entityList ?? []).map(({ identifier, attributes, parents }) => ({
    uid: uidOf(identifier),
    attrs: recordOf(attributes),
    parents: (parents ?? []).map(uidOf),
  }));
}

export function contextOf(context) {
  return context?.cedarJson ? JSON.parse(context.cedarJson) : recordOf(context?.contextMap);
}

function recordOf(attributes) {
  return Object.fromEntries(Object.entries(attributes ?? {}).map(([name, value]) => [name, valueOf(value)]));
}

function valueOf(attribute) {
  const [[kind, value]] = Object.entries(attribute);
  switch (kind) {
    case 'boolean':
    case 'string':
    case 'long':
      return value;
    case 'set':
      return value.map(valueOf);
    case 'record':
      return recordOf(value);
    case 'entityIdentifier':
      return { __entity: uidOf(value) };
    default:
      throw invalid(`There is no kind of attribute ${kind} here.`);
  }
}
