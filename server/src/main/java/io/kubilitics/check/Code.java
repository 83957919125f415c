package io.kubilitics.check;

import static io.kubilitics.check.Radius.DOCUMENT;
import static io.kubilitics.check.Radius.GLOBAL;
import static io.kubilitics.check.Radius.ONE_HOP;
import static io.kubilitics.check.Radius.SEVERAL_HOPS;

import java.util.List;

/// Everything that checks look for, under names that never change. The texts are those of the
/// documentation.
public enum Code {
  KUB001(
      ONE_HOP,
      "Reference to something that does not exist",
      "A field names an object that is not there, and the field is not optional.",
      "Depending on the field a Pod is not created, its containers do not start, or a part of the"
          + " application silently does nothing. Objects that run already may go on until they are"
          + " restarted.",
      "Create the object, or correct the name or the namespace in the field."),
  KUB002(
      ONE_HOP,
      "Key that a ConfigMap or Secret does not have",
      "A container reads one key of a ConfigMap or Secret; the object is there, the key is not.",
      "The container stays in CreateContainerConfigError until the key exists.",
      "Add the key, correct its name, or mark the reference as optional."),
  KUB003(
      GLOBAL,
      "Namespace that does not exist",
      "Objects are to live in a namespace that is not there.",
      "The API server refuses to create an object in a namespace that does not exist.",
      "Create the namespace, or correct its name."),
  KUB004(
      ONE_HOP,
      "Reference to an object that was replaced",
      "A field names an object by its uid; there is an object of that name, but it is another one.",
      "What was bound to the old object does not serve the new one: a volume keeps the data of a"
          + " claim that is gone, a dependent is deleted by the garbage collector.",
      "Bind it anew, or delete what belongs to the old object."),
  KUB005(
      ONE_HOP,
      "Owner that does not exist",
      "An owner reference names an object that is not there.",
      "The garbage collector deletes an object when all its owners are gone.",
      "Remove the owner reference when the object is to stay, or delete the object."),
  KUB006(
      GLOBAL,
      "Owner in another namespace",
      "An owner reference names an object that lives in another namespace.",
      "Owners are looked up in the own namespace only: the garbage collector takes the owner for"
          + " deleted and may delete the object.",
      "Move one of them, or tie them together by a label instead of an owner reference."),
  KUB010(
      ONE_HOP,
      "Service that selects nothing",
      "The selector of a Service matches no Pod and no workload that would make one.",
      "The Service has no endpoints; connections to it are refused.",
      "Correct the selector or the labels of the Pods, or delete the Service."),
  KUB011(
      ONE_HOP,
      "Service port that no Pod has",
      "A port of a Service leads to a name that no container of its Pods declares, or to a number"
          + " other than all that they declare.",
      "A name nobody declares gives no endpoints at all. A number nobody declares may still be"
          + " listened on, but more often it is a mistake.",
      "Correct the Service's targetPort, or declare the port in the container."),
  KUB012(
      ONE_HOP,
      "Backend that does not exist",
      "An Ingress or a route sends to a Service that is not there.",
      "Requests for these paths are answered with an error.",
      "Create the Service, correct its name, or remove the path."),
  KUB013(
      ONE_HOP,
      "Backend port that the Service does not have",
      "An Ingress or a route sends to a port that its Service does not have.",
      "Requests for these paths are answered with an error, although the Service works.",
      "Use the number or the name of one of the Service's ports."),
  KUB014(
      ONE_HOP,
      "Reference that nothing grants",
      "A reference into another namespace, or to a Gateway's listener, needs a permission that is"
          + " not there.",
      "The reference is ignored: the route gets no traffic, or sends it nowhere.",
      "Create a ReferenceGrant in the target's namespace, or let the Gateway's listener admit the"
          + " route with allowedRoutes."),
  KUB015(
      SEVERAL_HOPS,
      "Selector that matches Pods of several workloads",
      "A Service or a PodDisruptionBudget selects Pods of more than one workload.",
      "Traffic goes to Pods that were not meant, often those of a Job with the same labels; a"
          + " budget counts Pods together that have nothing to do with each other.",
      "Make the selector narrower, or give the Pods labels that tell them apart."),
  KUB016(
      SEVERAL_HOPS,
      "Isolated Pods behind a Service",
      "A NetworkPolicy isolates Pods that a Service selects, and no policy lets anybody in.",
      "Nobody reaches the Service.",
      "Add a policy that allows the traffic that is meant to come, or delete the Service."),
  KUB020(
      ONE_HOP,
      "Image without a fixed tag",
      "A container's image has no tag and no digest, or the tag latest.",
      "Two Pods of one workload may run different versions, and nobody can roll back.",
      "Name a version or a digest."),
  KUB021(
      ONE_HOP,
      "Container without resource requests",
      "A container requests no CPU or no memory.",
      "The scheduler places its Pod as if it needed nothing; it is the first to be evicted when a"
          + " node is short of memory.",
      "Set resources.requests for cpu and memory."),
  KUB030(
      ONE_HOP,
      "Budget that blocks every eviction",
      "A PodDisruptionBudget never allows a single one of its Pods to be evicted.",
      "Nodes cannot be drained: an upgrade of the cluster waits until somebody intervenes.",
      "Allow at least one Pod to be away, or run more Pods than the budget demands."),
  KUB031(
      ONE_HOP,
      "Autoscaler without its target",
      "An autoscaler names a workload that does not exist.",
      "Nothing is scaled.",
      "Correct the target, or delete the autoscaler."),
  KUB032(
      ONE_HOP,
      "Autoscaler whose target requests nothing",
      "A HorizontalPodAutoscaler scales by the utilization of a resource that a container of its"
          + " target does not request.",
      "Utilization is a share of what is requested: without a request there is none, and nothing is"
          + " scaled.",
      "Set the resource's request in every container, or scale by its average value."),
  KUB040(
      ONE_HOP,
      "Claim that no class serves",
      "A PersistentVolumeClaim names no StorageClass, and none is the default.",
      "It stays pending, and so does every Pod that mounts it, unless somebody makes a volume by"
          + " hand.",
      "Name a StorageClass, or mark one as the default."),
  KUB041(
      ONE_HOP,
      "Claim that nothing mounts",
      "A PersistentVolumeClaim is mounted by no Pod and by no workload.",
      "It costs storage, and perhaps somebody has forgotten the data in it.",
      "Mount it, or delete it when nobody needs the data."),
  KUB042(
      ONE_HOP,
      "ConfigMap that nothing uses",
      "Nothing that is known refers to the ConfigMap.",
      "It may be left over. A program that reads it through the API is not seen.",
      "Delete it if nobody reads it."),
  KUB043(
      ONE_HOP,
      "Secret that nothing uses",
      "Nothing that is known refers to the Secret.",
      "A credential that is left over can still be stolen. A program that reads it through the API"
          + " is not seen.",
      "Delete it if nobody reads it, and revoke what it holds."),
  KUB050(
      ONE_HOP,
      "Binding to a role that does not exist",
      "A RoleBinding or ClusterRoleBinding names a role that is not there.",
      "It grants nothing; who later creates a role of that name decides what it grants.",
      "Create the role, or correct the name; a binding's roleRef cannot be changed, so delete it"
          + " and create it anew."),
  KUB051(
      ONE_HOP,
      "Binding to a subject that does not exist",
      "A RoleBinding or ClusterRoleBinding names a ServiceAccount that is not there.",
      "It grants nothing now; who later creates a ServiceAccount of that name gets the rights.",
      "Remove the subject, or correct its name or namespace."),
  KUB060(
      ONE_HOP,
      "Webhook whose Service does not exist",
      "A webhook is to be called through a Service that is not there.",
      "When it fails closed, every request that it matches is refused; otherwise nobody checks or"
          + " changes what passes.",
      "Create the Service, or delete the webhook configuration."),
  KUB061(
      ONE_HOP,
      "API version that is deprecated or gone",
      "An object is written in an API version that newer releases of Kubernetes do not serve, or"
          + " will not.",
      "After an upgrade of the cluster the object cannot be applied any more.",
      "Write it in the version that replaces it."),
  KUB070(
      GLOBAL,
      "Cycle of dependencies",
      "Objects wait for each other in a circle.",
      "None of them ever becomes ready.",
      "Take one of the dependencies away."),
  KUB080(
      DOCUMENT,
      "Document that cannot be read",
      "A document is no sound YAML or JSON, or no sound Kubernetes object; it is left out, in whole"
          + " or in part.",
      "A cluster refuses it, or takes it for something else than was meant; and nothing else is"
          + " said about it here.",
      "Correct the document at the place that is named."),
  KUB081(
      DOCUMENT,
      "Object that is defined twice",
      "Two documents define the same object.",
      "Which of them counts depends on the order in which they are applied.",
      "Delete one of them, or give it another name or namespace."),
  KUB082(
      DOCUMENT,
      "File that is no manifest",
      "A file or folder has to be rendered first, as charts, kustomizations and templates have, or"
          + " holds something else.",
      "Nothing in it is checked.",
      "Render it first and check what comes out; keep other files elsewhere.");

  private final Radius radius;
  private final String title;
  private final String what;
  private final String why;
  private final String advice;

  Code(Radius radius, String title, String what, String why, String advice) {
    this.radius = radius;
    this.title = title;
    this.what = what;
    this.why = why;
    this.advice = advice;
  }

  public Radius radius() {
    return radius;
  }

  /// A heading.
  public String title() {
    return title;
  }

  /// What is looked for, in a sentence.
  public String what() {
    return what;
  }

  /// What follows from it.
  public String why() {
    return why;
  }

  /// What to do.
  public String advice() {
    return advice;
  }

  /// The page that says more, from the root of the documentation.
  public String page() {
    return "docs/findings/" + name() + ".md";
  }

  /// The code of this name.
  ///
  /// @throws IllegalArgumentException with a sentence for the reader when there is none
  public static Code named(String text) {
    return List.of(values()).stream()
        .filter(code -> code.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no code of a finding"));
  }
}
