"""What a session may need after its first question, loaded while somebody reads it.

Then no later question waits for it, and neither a disk in trouble nor a stick
pulled out finds a part of the program missing.
"""

import hashlib as hashlib

from cip_coach.commands import lastlook as lastlook
from cip_coach.commands import settling as settling
from cip_coach.keeping import parse as parse
from cip_coach.keeping import render as render
from cip_coach.reading import ticks as ticks
from cip_coach.terminal import fields_list as fields_list
from cip_coach.terminal import fields_text as fields_text
from cip_coach.terminal import fields_tick as fields_tick
from cip_coach.terminal import glossary as glossary
from cip_coach.terminal import pausing as pausing
from cip_coach.terminal import recap as recap
