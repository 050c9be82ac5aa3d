"""XML as text: signs that XML cannot hold are made visible before they come here (`safe`)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from replylint.output.safe import safe

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def child(parent: Element | None, tag: str, text: str = "", **attributes: str | int) -> Element:
    """An element with its attributes and text, made safe; under a parent, or a root."""
    told = {name: safe(str(value)) for name, value in attributes.items()}
    element = ET.Element(tag, told) if parent is None else ET.SubElement(parent, tag, told)
    if text:
        element.text = safe(text)
    return element


def document(root: Element) -> str:
    """The whole document, indented."""
    ET.indent(root)
    return DECLARATION + ET.tostring(root, encoding="unicode") + "\n"
